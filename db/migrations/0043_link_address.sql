-- A personal link holds for the address it was sent to: whoever has got another since, or never was the right one, cannot sign by
-- it. Kept as a hash, as the secret is; null for what was sent before this.
alter table acknowledgement_link add column address_hash bytea check (octet_length(address_hash) = 32);
