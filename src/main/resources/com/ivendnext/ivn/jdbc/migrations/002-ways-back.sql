-- Hardware tokens beside apps, and how far an authenticator's clock has drifted, in time steps.
ALTER TABLE ivn_authenticator ADD COLUMN kind VARCHAR(8) NOT NULL DEFAULT 'totp';
ALTER TABLE ivn_authenticator ADD COLUMN drift INTEGER NOT NULL DEFAULT 0;

-- When a grace period began: the moment that the user first needed a second factor.
ALTER TABLE ivn_user ADD COLUMN required_since BIGINT;

-- hash is a keyed, salted hash of the code; a used one stays, so that they can be counted.
CREATE TABLE ivn_recovery_code (
  id VARCHAR(16) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  salt VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE INDEX ivn_recovery_code_by_user ON ivn_recovery_code (user_name, used_at);

CREATE TABLE ivn_exemption (
  user_name VARCHAR(140) NOT NULL PRIMARY KEY REFERENCES ivn_user (name) ON DELETE CASCADE,
  until BIGINT NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  created_at BIGINT NOT NULL
);
