-- Tokens that apps got by authorization; a token made by hand stays with its app.
CREATE TABLE app_tokens (
  -- SHA-256 of the token.
  hash BLOB PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  -- Who may renew it: an id of bridge_clients, or the address of a client id metadata document.
  client_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
  -- All that came of one consent, and ends together.
  family TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When a refresh token was given for a newer one.
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX app_tokens_by_family ON app_tokens (family);
CREATE INDEX app_tokens_by_app ON app_tokens (app_id);

-- Programs that have registered themselves to ask for an authorization (RFC 7591).
CREATE TABLE bridge_clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- JSON.
  redirect_uris TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- When it last got tokens; null until it has.
  used_at INTEGER,
  -- The app it became when the person first said yes.
  app_id TEXT REFERENCES apps (id) ON DELETE SET NULL
) STRICT;
