"""The pages of an agency's clerk: dossiers, decisions, practice submissions, payments."""
