-- A refresh token is on its way, and what came of it is not stored: the provider may have replaced it.
CREATE TABLE refresh_notes (
  connection_id TEXT PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
  -- SHA-256, so that a note says nothing about a credential that was stored later.
  token_hash BLOB NOT NULL,
  sent_at INTEGER NOT NULL
) STRICT;

-- The person has disconnected the account; its token may not be taken back yet.
CREATE TABLE disconnections (
  connection_id TEXT PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE
) STRICT;
