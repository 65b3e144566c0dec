-- Past places in queues are deleted in batches by their rows' addresses, which needs the table, not some of its columns.
GRANT SELECT ON waitlist_entries TO amrutam_worker;
