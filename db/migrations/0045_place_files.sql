-- Of a place that is a file: the SHA-256 of what was served there last, and the content hash of the version that it was found to be;
-- null for none of ours. A file that once was found to be ours is known again, also when a newer release sets the same text
-- otherwise.
select varna.extend_register('publication_place', 'file_hash text');
select varna.extend_register('publication_place', 'file_of text');
