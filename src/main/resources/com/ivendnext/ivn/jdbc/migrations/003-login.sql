-- hash is passlib's pbkdf2-sha256, as in Frappe's __Auth.
CREATE TABLE ivn_password (
  user_name VARCHAR(140) NOT NULL PRIMARY KEY REFERENCES ivn_user (name) ON DELETE CASCADE,
  hash VARCHAR(255) NOT NULL,
  failures INTEGER NOT NULL,
  locked_until BIGINT,
  changed_at BIGINT NOT NULL
);

-- Codes by mail and SMS: secret is sealed, counter names the code that was sent last,
-- tries is what is left for it.
CREATE TABLE ivn_challenge (
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  method VARCHAR(8) NOT NULL,
  secret VARCHAR(1000) NOT NULL,
  counter BIGINT NOT NULL,
  tries INTEGER NOT NULL,
  sent_at BIGINT,
  expires_at BIGINT,
  failures INTEGER NOT NULL,
  locked_until BIGINT,
  PRIMARY KEY (user_name, method)
);

-- Logins between password and code; id_hash is the hash of what the client holds.
CREATE TABLE ivn_login (
  id_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  address VARCHAR(64),
  expires_at BIGINT NOT NULL
);

CREATE INDEX ivn_login_by_expiry ON ivn_login (expires_at);
