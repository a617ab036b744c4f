-- With which session a device was added, or its browser signed in anew: it wakes nobody once that session has been ended. Null of those
-- that were added before. No reference: sessions are forgotten after a while, and a device goes on when one has only run out.
alter table push_device add column session_id uuid;
create index push_device_session on push_device (session_id) where ended_at is null;
