-- The files of approved reports that somebody has taken out: by its checksum a file that an authority holds can be known again. The
-- bytes are not kept: what was approved is in the report itself, and a PDF of it is the same bytes each time.
create table incident_report_file (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  report_id        uuid not null references incident_report,
  -- Of what was frozen: an approval can be taken back, and what is approved after that may say something else.
  content_hash     bytea not null check (octet_length(content_hash) = 32),
  form             text not null check (form in ('pdf', 'pdfArchive', 'docx')),
  sha256           bytea not null check (octet_length(sha256) = 32),
  made_at          timestamptz not null,
  constraint incident_report_file_once unique (report_id, form, sha256)
);
select varna.make_register('incident_report_file');
