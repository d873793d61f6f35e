CREATE TABLE workspaces (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  integration_id TEXT NOT NULL,
  auth_type TEXT NOT NULL CHECK (auth_type IN ('oauth2', 'api_key')),
  account_id TEXT NOT NULL,
  account_name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'expired', 'error')),
  scopes TEXT NOT NULL,
  connected_at INTEGER NOT NULL,
  UNIQUE (workspace_id, integration_id, account_id)
) STRICT;

CREATE TABLE integration_credentials (
  connection_id TEXT PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE default_arguments (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  argument TEXT NOT NULL,
  value TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (connection_id, argument)
) STRICT, WITHOUT ROWID;

CREATE TABLE oauth_clients (
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  -- As the definition calls it: several integrations of one provider may share a client.
  name TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (workspace_id, name)
) STRICT;

CREATE TABLE pending_sign_ins (
  state_hash TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  integration_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE apps (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  approval_wait_seconds INTEGER NOT NULL,
  result_budget_tokens INTEGER NOT NULL
) STRICT;

CREATE TABLE app_toolkits (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  integration_id TEXT NOT NULL,
  PRIMARY KEY (app_id, integration_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tool_policies (
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  -- '' stands for every app of the workspace.
  app_id TEXT NOT NULL,
  tool TEXT NOT NULL,
  policy TEXT NOT NULL CHECK (policy IN ('auto', 'ask', 'block')),
  PRIMARY KEY (workspace_id, app_id, tool)
) STRICT, WITHOUT ROWID;

CREATE TABLE grants (
  id TEXT PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  tool TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('session', 'always')),
  created_at INTEGER NOT NULL,
  UNIQUE (app_id, connection_id, tool)
) STRICT;

CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  app_id TEXT NOT NULL,
  tool TEXT NOT NULL,
  arguments_hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'finished', 'denied', 'expired', 'withdrawn', 'unknown')),
  requested_at INTEGER NOT NULL,
  decided_at INTEGER,
  -- The outcome of a call whose app was no longer waiting, sealed by the vault.
  sealed_outcome BLOB
) STRICT;
CREATE INDEX approvals_by_state ON approvals (state);

CREATE TABLE results (
  id TEXT PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  call_id TEXT NOT NULL,
  app_id TEXT NOT NULL,
  app_name TEXT NOT NULL,
  integration_id TEXT NOT NULL,
  tool TEXT NOT NULL,
  account_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  error_code TEXT,
  duration_ms INTEGER,
  details TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_call ON audit (call_id);

CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the activity log only grows'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the activity log only grows'); END;
