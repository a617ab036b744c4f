-- Devices on which somebody has asked to be woken (web push, RFC 8030). As sessions they are no register: they hold secrets, and what
-- is done with them is in the log.
create table push_device (
  id            uuid primary key,
  person_id     uuid not null references person,
  -- What she calls it.
  name          text not null,
  -- Where the browser's own service takes in what is for it, and which service that is.
  endpoint      text not null check (endpoint ~ '^https://[^[:cntrl:][:space:]]+$'),
  service       text not null,
  -- The browser's public key; and its secret, encrypted with a key that is not in the database.
  public_key    bytea not null check (length(public_key) = 65),
  auth_secret   bytea not null,
  made_at       timestamptz not null,
  -- When the service last took something in.
  sent_at       timestamptz,
  ended_at      timestamptz,
  -- Removed by her or with her account; or gone, as the service says.
  ended_because text check (ended_because in ('removed', 'gone')),
  check ((ended_at is null) = (ended_because is null))
);
create unique index push_device_endpoint on push_device (endpoint) where ended_at is null;
create index push_device_person on push_device (person_id);

-- The pair of keys by which push services know this installation again (RFC 8292); the private one encrypted. Made once.
create table push_key (
  only_one      boolean primary key default true check (only_one),
  public_key    bytea not null check (length(public_key) = 65),
  private_key   bytea not null,
  made_at       timestamptz not null
);
grant select, insert, update on push_device to varna_app;
grant select, insert on push_key to varna_app;

-- One queue for what leaves the house to wake people. A row with a device is a notification: `address` is then the service, and
-- `payload` what the device is given to show.
alter table mail
  add column device_id uuid references push_device,
  add column payload text;
drop index mail_with_words;
create index mail_with_words on mail (finished_at) where body_text <> '' or payload is not null;
