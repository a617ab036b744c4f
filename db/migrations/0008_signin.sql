-- Accounts and what proves who somebody is. These are not registers: they hold secrets (only as hashes) and rows that
-- move at every visit, so they keep no history of their own. What is done with them is in the audit log all the same.

-- What a sign-in name is looked up by. Sign-in is the only reader of people's e-mail outside the people slice.
create view person_email_face as
  select id, email, lower(valid) as valid_from, upper(valid) as valid_before from person;

create table account (
  person_id           uuid primary key references person,
  email               text not null check (email = lower(email)),
  state               text not null check (state in ('active', 'suspended')),
  -- argon2id in PHC form; null where the person has an account but has not chosen a password.
  password_hash       text,
  password_changed_at timestamptz,
  language            text check (language in ('sv', 'en')),
  -- The one-time code's secret, encrypted (AES-256-GCM) with a key that is not in the database.
  totp_secret         bytea,
  totp_confirmed_at   timestamptz,
  -- The last time step whose code was used: a code works once (RFC 6238 §5.2).
  totp_last_step      bigint not null default 0,
  created_at          timestamptz not null,
  check (totp_confirmed_at is null or totp_secret is not null)
);
create unique index account_email on account (email);

create table session (
  id            uuid primary key,
  secret_hash   bytea not null unique check (length(secret_hash) = 32),
  person_id     uuid not null references person,
  method        text not null check (method in ('password', 'passkey', 'invitation', 'setup', 'demo')),
  device        text not null default '',
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  expires_at    timestamptz not null,
  ended_at      timestamptz
);
create index session_person on session (person_id) where ended_at is null;

create table access_token (
  id            uuid primary key,
  secret_hash   bytea not null unique check (length(secret_hash) = 32),
  person_id     uuid not null references person,
  name          text not null,
  scopes        text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write']),
  created_at    timestamptz not null,
  expires_at    timestamptz not null check (expires_at > created_at),
  last_used_on  date,
  revoked_at    timestamptz
);
create index access_token_person on access_token (person_id) where revoked_at is null;

create table invitation (
  id            uuid primary key,
  secret_hash   bytea not null unique check (length(secret_hash) = 32),
  person_id     uuid not null references person,
  email         text not null check (email = lower(email)),
  created_by    uuid references person,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz,
  -- A newer invitation of the same person ends the earlier.
  replaced_at   timestamptz
);
create index invitation_person on invitation (person_id);

create table recovery_code (
  person_id     uuid not null references account,
  -- HMAC-SHA-256 with the key that is not in the database: the codes are shorter than 256 bits.
  code_hash     bytea not null check (length(code_hash) = 32),
  created_at    timestamptz not null,
  used_at       timestamptz,
  primary key (person_id, code_hash)
);

create table passkey (
  id            uuid primary key,
  person_id     uuid not null references account,
  credential_id text not null unique,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null default '{}',
  name          text not null,
  created_at    timestamptz not null,
  last_used_at  timestamptz,
  removed_at    timestamptz
);
create index passkey_person on passkey (person_id) where removed_at is null;

-- A challenge is signed, not stored; what is stored is that it has been answered, until it would have expired anyway.
create table passkey_challenge (
  challenge_hash bytea primary key,
  answered_at    timestamptz not null
);

-- Failed attempts of the last day, for the growing delays. In the database, so that they hold over several processes
-- and restarts. The account is a keyed hash of what was typed, which may not be an account at all.
create table sign_in_attempt (
  id            bigint generated always as identity primary key,
  account_key   bytea not null,
  address       text not null,
  at            timestamptz not null
);
create index sign_in_attempt_account on sign_in_attempt (account_key, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

-- The start profile chosen and, when all of it is in place, the time.
create table setup (
  only_one      boolean primary key default true check (only_one),
  profile       text not null,
  applied_at    timestamptz
);

-- Links printed at the console while no account exists.
create table setup_link (
  secret_hash   bytea primary key check (length(secret_hash) = 32),
  created_at    timestamptz not null
);

grant select on person_email_face to varna_app;
grant select, insert, update on account, session, access_token, invitation, passkey, setup to varna_app;
grant select, insert, update, delete on recovery_code to varna_app;
grant select, insert, delete on passkey_challenge, sign_in_attempt, setup_link to varna_app;
