-- Sessions, tokens and invitations that have been dead for a season are forgotten: they are personal data (when somebody
-- was at work, from what device) and no register. What was done with them stays in the audit log.
grant delete on session, access_token, invitation to varna_app;
