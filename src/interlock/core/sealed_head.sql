-- stands --   Whether a link is in the chain as it was.
SELECT id FROM core_seal WHERE id = %(number)s AND hash = %(hash)s
