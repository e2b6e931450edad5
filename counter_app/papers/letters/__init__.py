"""Letters: papers about one dossier or visit, laid out as their form in the form set says."""
