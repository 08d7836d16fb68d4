-- Sessions of the HTTP service; id_hash is the hash of the cookie.
CREATE TABLE ivn_session (
  id_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  began_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);

CREATE INDEX ivn_session_by_user ON ivn_session (user_name);

CREATE INDEX ivn_session_by_seen ON ivn_session (seen_at);

-- Keys of the applications that ask the HTTP service; key_hash is the hash of the key.
CREATE TABLE ivn_serve_key (
  name VARCHAR(140) NOT NULL PRIMARY KEY,
  key_hash VARCHAR(64) NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);
