CREATE TABLE ivn_audit (
  sequence BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  account VARCHAR(255) NOT NULL,
  sudo_user VARCHAR(255),
  address VARCHAR(255),
  action VARCHAR(64) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  detail VARCHAR(2000),
  reason VARCHAR(2000),
  mac VARCHAR(64) NOT NULL
, api_key VARCHAR(140));

CREATE TABLE ivn_authenticator (
  id VARCHAR(16) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  label VARCHAR(140) NOT NULL,
  state VARCHAR(16) NOT NULL,
  secret VARCHAR(1000) NOT NULL,
  algorithm VARCHAR(16) NOT NULL,
  digits SMALLINT NOT NULL,
  period INTEGER NOT NULL,
  weak SMALLINT NOT NULL,
  last_factor BIGINT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until BIGINT,
  replaces VARCHAR(16),
  created_at BIGINT NOT NULL,
  confirmed_at BIGINT,
  last_used_at BIGINT
, kind VARCHAR(8) NOT NULL DEFAULT 'totp', drift INTEGER NOT NULL DEFAULT 0);

CREATE INDEX ivn_authenticator_by_user ON ivn_authenticator (user_name, state);

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

CREATE TABLE ivn_enrollment_link (
  user_name VARCHAR(140) NOT NULL PRIMARY KEY REFERENCES ivn_user (name) ON DELETE CASCADE,
  authenticator_id VARCHAR(16) NOT NULL REFERENCES ivn_authenticator (id) ON DELETE CASCADE,
  key_hash VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX ivn_enrollment_link_by_key ON ivn_enrollment_link (key_hash);

CREATE TABLE ivn_exemption (
  user_name VARCHAR(140) NOT NULL PRIMARY KEY REFERENCES ivn_user (name) ON DELETE CASCADE,
  until BIGINT NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE ivn_key (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  purpose VARCHAR(32) NOT NULL,
  first_record BIGINT NOT NULL,
  secret VARCHAR(255) NOT NULL
);

CREATE TABLE ivn_login (
  id_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  address VARCHAR(64),
  expires_at BIGINT NOT NULL
);

CREATE INDEX ivn_login_by_expiry ON ivn_login (expires_at);

CREATE TABLE ivn_meta (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  value VARCHAR(255) NOT NULL
);

CREATE TABLE ivn_password (
  user_name VARCHAR(140) NOT NULL PRIMARY KEY REFERENCES ivn_user (name) ON DELETE CASCADE,
  hash VARCHAR(255) NOT NULL,
  failures INTEGER NOT NULL,
  locked_until BIGINT,
  changed_at BIGINT NOT NULL
);

CREATE TABLE ivn_recovery_code (
  id VARCHAR(16) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  salt VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE INDEX ivn_recovery_code_by_user ON ivn_recovery_code (user_name, used_at);

CREATE TABLE ivn_role (
  name VARCHAR(140) NOT NULL PRIMARY KEY,
  two_factor SMALLINT NOT NULL
);

CREATE TABLE ivn_serve_key (
  name VARCHAR(140) NOT NULL PRIMARY KEY,
  key_hash VARCHAR(64) NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);

CREATE TABLE ivn_session (
  id_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  began_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);

CREATE INDEX ivn_session_by_seen ON ivn_session (seen_at);

CREATE INDEX ivn_session_by_user ON ivn_session (user_name);

CREATE TABLE ivn_user (
  name VARCHAR(140) NOT NULL PRIMARY KEY,
  full_name VARCHAR(140) NOT NULL,
  user_type VARCHAR(16) NOT NULL,
  enabled SMALLINT NOT NULL,
  email VARCHAR(255),
  mobile_no VARCHAR(64),
  restrict_ip VARCHAR(2000),
  created_at BIGINT NOT NULL
, required_since BIGINT);

CREATE TABLE ivn_user_role (
  user_name VARCHAR(140) NOT NULL REFERENCES ivn_user (name) ON DELETE CASCADE,
  role_name VARCHAR(140) NOT NULL REFERENCES ivn_role (name) ON DELETE CASCADE,
  PRIMARY KEY (user_name, role_name)
);

CREATE INDEX ivn_user_role_by_role ON ivn_user_role (role_name);
