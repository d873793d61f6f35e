-- Made anew, because SQLite cannot change a CHECK in place: one more way in, and where the account lives.
CREATE TABLE connections_with_site (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  integration_id TEXT NOT NULL,
  auth_type TEXT NOT NULL CHECK (auth_type IN ('oauth2', 'api_key', 'client_credentials')),
  account_id TEXT NOT NULL,
  account_name TEXT NOT NULL,
  -- Values for the places of the definition's addresses, as JSON; never a secret.
  site TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'expired', 'error')),
  -- Why it no longer works, for the person.
  problem TEXT,
  scopes TEXT NOT NULL,
  connected_at INTEGER NOT NULL,
  -- The last time the person signed in; grows with every one.
  signed_in_at INTEGER NOT NULL,
  -- The one that calls mean when they name none.
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  UNIQUE (workspace_id, integration_id, account_id)
) STRICT;

INSERT INTO connections_with_site (
  id, workspace_id, integration_id, auth_type, account_id, account_name, site, status, scopes, connected_at, signed_in_at
)
SELECT
  id, workspace_id, integration_id, auth_type, account_id, account_name, '{}', status, scopes, connected_at, connected_at
FROM connections;

DROP TABLE connections;
ALTER TABLE connections_with_site RENAME TO connections;
