"""Quick commands (lệnh nhanh, Ctrl+K): one line finds dossiers, citizens, procedures, commands."""
