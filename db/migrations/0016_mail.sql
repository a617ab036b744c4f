-- Mail that waits to be sent, was sent or was given up. A queue, not a register: what was sent is told to the log without its
-- words (src/mail). Rows are queued in the transaction of what they tell of, so that no mail speaks of what never happened.
create table mail (
  id              uuid        primary key,
  kind            text        not null,
  -- Line breaks in an address or a subject would be new headers.
  address         text        not null check (address !~ '[[:cntrl:][:space:]]'),
  -- Whose address it is, where it is somebody's in the register of persons.
  person_id       uuid,
  language        text        not null check (language in ('sv', 'en')),
  subject         text        not null check (subject !~ '[[:cntrl:]]'),
  body_text       text        not null,
  body_html       text        not null,
  attachment_name text,
  attachment_text text,
  state           text        not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  queued_at       timestamptz not null,
  -- When it is next tried. Whoever takes it to send moves this on, so that nobody else takes it meanwhile.
  due_at          timestamptz not null,
  attempts        integer     not null default 0,
  outcome         text,
  smtp_code       integer,
  finished_at     timestamptz,
  check ((state = 'queued') = (finished_at is null))
);
create index mail_due on mail (due_at, id) where state = 'queued';
create index mail_by_time on mail (queued_at, id);
create index mail_with_words on mail (finished_at) where body_text <> '';

-- What became of a mail, for the slice that queued it.
create view mail_face as select id, state, outcome from mail;

grant select, insert, update on mail to varna_app;
grant select on mail_face to varna_app;
