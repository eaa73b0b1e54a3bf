-- Written by ./interlock manage baseline from the migrations; not edited by hand.
-- Migrations: a3597a4c4d684d29d7310d4d80d64d1405f9270a2d433db1ab72b5bdfba0f6f6

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;

CREATE FUNCTION public.core_analyse(tables text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET default_statistics_target TO '20'
    AS $$
DECLARE one text;
BEGIN
    FOREACH one IN ARRAY tables LOOP
        EXECUTE format('ANALYZE public.%I', one);
    END LOOP;
END $$;

CREATE FUNCTION public.core_columns_of(source text) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a
     WHERE a.attrelid = source::regclass AND a.attnum > 0 AND NOT a.attisdropped
$$;

CREATE FUNCTION public.core_custom_text(content jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE COST 10000 PARALLEL SAFE
    AS $$
    SELECT coalesce(string_agg(lower(v.value), ' | ' ORDER BY v.key), '') FROM jsonb_each_text(content) v
$$;

CREATE FUNCTION public.core_deputy(company bigint, person bigint) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
    WITH RECURSIVE today AS (SELECT (now() AT TIME ZONE time_zone)::date AS day FROM core_company WHERE id = company),
    chain(user_id, place) AS (
        SELECT person, 0
        UNION ALL
        SELECT d.deputy_id, c.place + 1 FROM chain c JOIN core_approvaldelegation d ON d.user_id = c.user_id
         WHERE d.company_id = company AND d.ended_at IS NULL AND c.place < 100
           AND (SELECT day FROM today) >= d.valid_from AND (SELECT day FROM today) < d.valid_to)
    SELECT user_id FROM chain ORDER BY place DESC LIMIT 1
$$;

CREATE FUNCTION public.core_grams(name text) RETURNS text[]
    LANGUAGE sql IMMUTABLE COST 10000 PARALLEL SAFE
    AS $$
    SELECT coalesce(array_agg(DISTINCT gram), '{}')
      FROM (SELECT run[1] AS run
              FROM regexp_matches(name, '[\u2E80-\u2FDF\u3005-\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+', 'g') AS m(run)) r
     CROSS JOIN LATERAL generate_series(1, length(r.run)) AS n
     CROSS JOIN LATERAL (VALUES (substr(r.run, n, 1)), (CASE WHEN n < length(r.run) THEN substr(r.run, n, 2) END)) AS g(gram)
     WHERE gram IS NOT NULL
$$;

CREATE FUNCTION public.core_number(document_kind text, of_month date, n bigint) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT document_kind || '-' || to_char(of_month, 'YYMM') || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
$$;

CREATE FUNCTION public.core_prefix(of_company bigint, document_kind text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce((SELECT p.value FROM core_parameter p
                      WHERE p.company_id = of_company AND p.code = 'numbers.' || document_kind), document_kind)
$$;

CREATE FUNCTION public.core_refresh_statistics() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET default_statistics_target TO '20'
    AS $$
DECLARE one text; refreshed integer := 0;
BEGIN
    FOR one IN
        SELECT c.relname FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
           AND pg_relation_size(c.oid) / current_setting('block_size')::int > 32 + 2 * greatest(c.relpages, 0)
    LOOP
        EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', one);
        refreshed := refreshed + 1;
    END LOOP;
    RETURN refreshed;
END $$;

CREATE FUNCTION public.core_revoke_changes(ledger text) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM interlock_app', ledger);
END $$;

CREATE FUNCTION public.core_rows_between(source text, pk text, top bigint, known int8multirange, most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    AS $_$
    -- Rows that no seal knows where all are decided.
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT t.%1$I::bigint FROM %2$I t WHERE t.%1$I <= $1 AND NOT $2 @> t.%1$I::bigint ORDER BY 1 LIMIT $3', pk, source)
        USING top, known, most;
END $_$;

CREATE FUNCTION public.core_rows_to_seal(source text, pk text, above bigint, holes int8multirange, reach bigint, most integer) RETURNS TABLE(columns text, ids text, top bigint, rows bigint, hash text, marks bytea)
    LANGUAGE plpgsql STABLE
    SET "TimeZone" TO 'UTC'
    AS $_$
    -- What is decided and not sealed: beyond the last id sealed, and in the holes below it that were still open.
DECLARE keys text[] := core_columns_of(source);
BEGIN
    RETURN QUERY EXECUTE format($q$
        WITH decided AS (
            (SELECT t.%1$I::bigint AS id, %3$s AS form FROM %2$I t
              WHERE t.%1$I > $1 AND age(t.xmin) > age($3::text::xid8::xid) ORDER BY t.%1$I LIMIT $4)
            UNION ALL
            SELECT t.%1$I::bigint, %3$s FROM unnest($2) h JOIN %2$I t ON t.%1$I >= lower(h) AND t.%1$I < upper(h)
             WHERE age(t.xmin) > age($3::text::xid8::xid)),
        marked AS (SELECT d.id, sha256(convert_to(d.form::text, 'UTF8')) AS mark FROM decided d)
        SELECT $5::text, range_agg(int8range(m.id, m.id, '[]'))::text, greatest(max(m.id), $1), count(*),
               encode(sha256(string_agg(m.mark, ''::bytea ORDER BY m.id)), 'hex'),
               string_agg(substring(m.mark FROM 1 FOR 8), ''::bytea ORDER BY m.id)
          FROM marked m HAVING count(*) > 0
    $q$, pk, source, core_sealed_form(source, keys)) USING above, holes, reach, most, keys;
END $_$;

CREATE FUNCTION public.core_sealed_form(source text, keys text[]) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    -- How a row is written for its hash: the columns named, as JSON in UTC; the history of masters with who changed it.
    SELECT format('(SELECT to_jsonb(t) - %L::text[]) %s',
                  (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attname), '{}') FROM pg_attribute a
                    WHERE a.attrelid = source::regclass AND a.attnum > 0 AND NOT a.attisdropped
                      AND a.attname::text <> ALL (keys)),
                  CASE WHEN 'pgh_context_id' = ANY (keys)
                       THEN '|| jsonb_build_object(''_by'', (SELECT c.metadata->>''user'' FROM pghistory_context c
                                                              WHERE c.id = t.pgh_context_id))' ELSE '' END)
$$;

CREATE FUNCTION public.core_sealed_rows(source text, pk text, keys text[], wanted int8multirange) RETURNS TABLE(ids bigint[], hash text, marks bytea)
    LANGUAGE plpgsql STABLE
    SET "TimeZone" TO 'UTC'
    AS $_$
    -- The same rows as they are now.
BEGIN
    RETURN QUERY EXECUTE format($q$
        WITH marked AS (
            SELECT t.%1$I::bigint AS id, sha256(convert_to((%3$s)::text, 'UTF8')) AS mark
              FROM unnest($1) h JOIN %2$I t ON t.%1$I >= lower(h) AND t.%1$I < upper(h))
        SELECT coalesce(array_agg(m.id ORDER BY m.id), '{}'),
               encode(sha256(coalesce(string_agg(m.mark, ''::bytea ORDER BY m.id), ''::bytea)), 'hex'),
               coalesce(string_agg(substring(m.mark FROM 1 FOR 8), ''::bytea ORDER BY m.id), ''::bytea) FROM marked m
    $q$, pk, source, core_sealed_form(source, keys)) USING wanted;
END $_$;

CREATE FUNCTION public.core_stands_in_for(company bigint, person bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    AS $$
    WITH RECURSIVE today AS (SELECT (now() AT TIME ZONE time_zone)::date AS day FROM core_company WHERE id = company),
    others(user_id) AS (
        SELECT person
        UNION
        SELECT d.user_id FROM others o JOIN core_approvaldelegation d ON d.deputy_id = o.user_id
         WHERE d.company_id = company AND d.ended_at IS NULL
           AND (SELECT day FROM today) >= d.valid_from AND (SELECT day FROM today) < d.valid_to)
    SELECT user_id FROM others
$$;

CREATE FUNCTION public.core_take_numbers(company bigint, document_kind text, of_month date, how_many bigint) RETURNS bigint
    LANGUAGE sql
    AS $$
    INSERT INTO core_counter AS c (company_id, kind, month, last_number)
    VALUES (company, document_kind, of_month, how_many)
    ON CONFLICT (company_id, kind, month) DO UPDATE SET last_number = c.last_number + excluded.last_number
    RETURNING last_number - how_many
$$;

CREATE FUNCTION public.core_timeline_of(company bigint, asked bigint[]) RETURNS TABLE(id bigint, document_id bigint, run_id bigint, code text)
    LANGUAGE sql STABLE
    AS $$
SELECT t.id, d.document_id, t.run_id, t.code
  FROM core_timeline t CROSS JOIN unnest(t.documents) AS d(document_id)
 WHERE t.company_id = company AND d.document_id = ANY(asked)
   AND t.bucket = ANY(ARRAY(SELECT DISTINCT one / 128 FROM unnest(asked) AS one))
$$;

CREATE FUNCTION public.finance_credit_rate(company bigint, to_currency text, on_day date) RETURNS numeric
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE WHEN c.currency_id = to_currency THEN 1.0 ELSE
           (SELECT round(1 / r.rate, 10) FROM finance_exchangerate r
             WHERE r.company_id = company AND r.kind = 'daily' AND r.currency_id = to_currency
             ORDER BY r.valid_on <= on_day DESC,
                      CASE WHEN r.valid_on <= on_day THEN on_day - r.valid_on ELSE r.valid_on - on_day END
             LIMIT 1) END
      FROM core_company c WHERE c.id = company
$$;

CREATE FUNCTION public.finance_follow_creditgroup() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO finance_creditbalance (company_id, group_id, share)
    VALUES (NEW.company_id, NEW.id, 'trade'), (NEW.company_id, NEW.id, 'consignment');
    RETURN NULL;
END $$;

CREATE FUNCTION public.finance_month_hash(asked_company bigint, asked_month date) RETURNS text
    LANGUAGE sql STABLE
    AS $$
SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws('|',
           v.id, v.number, to_char(v.posting_on, 'YYYY-MM-DD'), v.origin, v.event_kind, v.amount, v.lines, v.text,
           l.digest), chr(10) ORDER BY v.id), ''), 'UTF8')), 'hex')
  FROM finance_voucher AS v
  LEFT JOIN LATERAL (
       SELECT encode(sha256(convert_to(string_agg(concat(j.id, '|', j.debit_account_id, '|', j.credit_account_id, '|',
                  j.amount, '|', j.unit_id, '|', j.party_id, '|', j.item_id, '|', j.quantity, '|', j.document_line_id),
                  chr(10) ORDER BY j.id), 'UTF8')), 'hex') AS digest
         FROM finance_journalline AS j WHERE j.company_id = v.company_id AND j.voucher_id = v.id) AS l ON true
 WHERE v.company_id = asked_company
   AND v.posting_on >= asked_month AND v.posting_on < (asked_month + interval '1 month')::date
$$;

CREATE FUNCTION public.finance_move_events(company bigint, ids bigint[], days date[], postings date[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE moved integer;
BEGIN
    UPDATE finance_event e SET posting_on = d.posting_on
      FROM unnest(days, postings) AS d(day, posting_on)
     WHERE e.company_id = company AND e.id = ANY(ids) AND e.posting_on = d.day AND d.posting_on > d.day;
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
END $$;

CREATE FUNCTION public.finance_rule_used(asked_company bigint, kind text, part text, debit bigint, credit bigint, since date) RETURNS date
    LANGUAGE sql STABLE
    AS $$
SELECT max(v.posting_on)
  FROM finance_voucher AS v
 WHERE v.company_id = asked_company AND v.event_kind = kind AND v.posting_on >= since
   AND EXISTS (SELECT FROM finance_journalline AS j
                 JOIN finance_eventline AS l ON l.company_id = j.company_id AND l.id = j.id
                WHERE j.company_id = v.company_id AND j.voucher_id = v.id AND l.component = part
                  AND (j.debit_account_id, j.credit_account_id) IN ((debit, credit), (credit, debit)))
$$;

CREATE FUNCTION public.items_note_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM items_itemsearch WHERE item_id = OLD.id;
    ELSE
        INSERT INTO items_itemsearch (item_id, name, words)
        VALUES (NEW.id, NEW.name_zh, lower(concat_ws(' ', NEW.code, NEW.name_en, NEW.name_zh, NEW.barcode)))
        ON CONFLICT (item_id) DO UPDATE SET name = EXCLUDED.name, words = EXCLUDED.words,
            spelling = CASE WHEN items_itemsearch.name = EXCLUDED.name THEN items_itemsearch.spelling END;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.parties_note_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM parties_partysearch WHERE party_id = OLD.id;
    ELSE
        INSERT INTO parties_partysearch (party_id, name, words)
        VALUES (NEW.id, NEW.name, lower(concat_ws(' ', NEW.code, NEW.name, NEW.uscc, NEW.phone)))
        ON CONFLICT (party_id) DO UPDATE SET name = EXCLUDED.name, words = EXCLUDED.words,
            spelling = CASE WHEN parties_partysearch.name = EXCLUDED.name THEN parties_partysearch.spelling END;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.parties_uscc_valid(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
    SELECT code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'
       AND substr('0123456789ABCDEFGHJKLMNPQRTUWXY',
                  ((31 - sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, place::int, 1)) - 1)
                             * weight)::int % 31) % 31) + 1, 1) = substr(code, 18, 1)
      FROM unnest(ARRAY[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28]) WITH ORDINALITY AS w(weight, place)
$_$;

CREATE FUNCTION public.pgtrigger_append_only_0d0c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_15034() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_1abdc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_1f808() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_21dad() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_29929() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_3689b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_464a6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_54bd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_60a0e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_65e37() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_78e13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_7d455() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_8c8b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_90c74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_91dc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_929b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_a9d7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b20ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b5487() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b79a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_bffd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_c340e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF TG_OP = 'UPDATE' THEN
                        IF to_jsonb(OLD) - 'posting_on' = to_jsonb(NEW) - 'posting_on'
                           AND NEW.posting_on > OLD.posting_on
                           AND EXISTS (SELECT FROM finance_eventpending WHERE event_id = OLD.id) THEN
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_cb4ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d5fb3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d6222() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d96ce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_df9a0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_e986a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ffda5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_balanced_a7070() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE culprit bigint;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    SELECT voucher_id INTO culprit FROM fresh
                     WHERE debit_account_id IS NULL OR credit_account_id IS NULL
                     GROUP BY voucher_id
                    HAVING sum(CASE WHEN credit_account_id IS NULL THEN amount ELSE -amount END) <> 0
                     LIMIT 1;
                    IF culprit IS NOT NULL THEN
                        RAISE EXCEPTION 'voucher % does not balance', culprit USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_045df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_itemevent" ("barcode", "brand_id", "category_id", "code", "id", "kind", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revenue_policy", "serial_tracked", "state", "tax_class_id", "unit_id") SELECT new_values."barcode", new_values."brand_id", new_values."category_id", new_values."code", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."revenue_policy", new_values."serial_tracked", new_values."state", new_values."tax_class_id", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0475e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankaccountevent" ("account_id", "bank_code", "bank_name", "code", "company_id", "currency_id", "gateway_id", "holder", "id", "name_en", "name_zh", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."account_id", new_values."bank_code", new_values."bank_name", new_values."code", new_values."company_id", new_values."currency_id", new_values."gateway_id", new_values."holder", new_values."id", new_values."name_en", new_values."name_zh", new_values."number", new_values."owner_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0609f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_exchangerateevent" ("company_id", "currency_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "valid_on") SELECT new_values."company_id", new_values."currency_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rate", new_values."valid_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_08ef1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_datascopeevent" ("company_id", "dimension", "id", "ids", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "user_id") SELECT new_values."company_id", new_values."dimension", new_values."id", new_values."ids", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."role_id", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0ab37() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_budgetthresholdevent" ("action", "budget_id", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_pct", "used_pct") SELECT new_values."action", new_values."budget_id", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rate_pct", new_values."used_pct" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0be3f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_dictionaryentryevent" ("code", "dictionary", "id", "is_active", "name_en", "name_zh", "ordinal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."dictionary", new_values."id", new_values."is_active", new_values."name_en", new_values."name_zh", new_values."ordinal", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0cf0c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_channelevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_167c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_allocationtargetevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "share", "unit_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rule_id", new_values."share", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_181c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_employeeevent" ("company_id", "grade", "id", "party_id", "payee_account", "payee_bank", "payee_bank_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "unit_id", "user_id", "value_id") SELECT new_values."company_id", new_values."grade", new_values."id", new_values."party_id", new_values."payee_account", new_values."payee_bank", new_values."payee_bank_code", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state", new_values."unit_id", new_values."user_id", new_values."value_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_188e9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_companyevent" ("code", "country", "currency_id", "id", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone", "uscc", "year_starts") SELECT new_values."code", new_values."country", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."time_zone", new_values."uscc", new_values."year_starts" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_19842() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_creditgroupevent" ("code", "company_id", "currency_id", "id", "name_en", "name_zh", "overdue_days", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "stops_overdrawn") SELECT new_values."code", new_values."company_id", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", new_values."overdue_days", new_values."owner_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state", new_values."stops_overdrawn" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1e290() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_webhookevent" ("company_id", "created_at", "id", "kinds", "name", "off_reason", "old_ends_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") SELECT new_values."company_id", new_values."created_at", new_values."id", new_values."kinds", new_values."name", new_values."off_reason", new_values."old_ends_at", new_values."owner_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1ebe6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_accountevent" ("company_id", "credit", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_id", new_values."credit", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2013b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_reviewcheckevent" ("channel_id", "check_code", "company_id", "enabled", "id", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "releasable") SELECT new_values."channel_id", new_values."check_code", new_values."company_id", new_values."enabled", new_values."id", new_values."parameters", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."releasable" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_233fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_cashitemruleevent" ("account_id", "company_id", "component", "event_kind", "id", "item_in_id", "item_out_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."account_id", new_values."company_id", new_values."component", new_values."event_kind", new_values."id", new_values."item_in_id", new_values."item_out_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_239cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_credittermevent" ("credit_days", "group_id", "id", "method", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share") SELECT new_values."credit_days", new_values."group_id", new_values."id", new_values."method", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."share" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_26195() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_approvalnodeevent" ("amount_from", "id", "mode", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "route_id", "sequence", "skip_own", "user_id") SELECT new_values."amount_from", new_values."id", new_values."mode", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."role_id", new_values."route_id", new_values."sequence", new_values."skip_own", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_26703() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_reportlineevent" ("code", "company_id", "id", "is_strong", "name_en", "name_zh", "ordinal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report", "side", "sums", "takes_result", "turns_to") SELECT new_values."code", new_values."company_id", new_values."id", new_values."is_strong", new_values."name_en", new_values."name_zh", new_values."ordinal", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."report", new_values."side", new_values."sums", new_values."takes_result", new_values."turns_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_27bd4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_secondfactorruleevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."role_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2e47c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_expensekindevent" ("code", "company_id", "component", "id", "is_deductible", "measure", "name_en", "name_zh", "needs_invoice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."component", new_values."id", new_values."is_deductible", new_values."measure", new_values."name_en", new_values."name_zh", new_values."needs_invoice", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_30103() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_announcementevent" ("company_id", "first_on", "for_partners", "id", "is_urgent", "last_on", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_zh") SELECT new_values."company_id", new_values."first_on", new_values."for_partners", new_values."id", new_values."is_urgent", new_values."last_on", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."text_en", new_values."text_zh" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3b0d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankruleevent" ("company_id", "direction", "id", "made_by_id", "party_id", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "use") SELECT new_values."company_id", new_values."direction", new_values."id", new_values."made_by_id", new_values."party_id", new_values."pattern", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state", new_values."use" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3e5ac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankmappingevent" ("code", "columns", "company_id", "day_format", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."columns", new_values."company_id", new_values."day_format", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_41dd9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_creditrateevent" ("from_currency_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "to_currency_id", "valid_from") SELECT new_values."from_currency_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rate", new_values."to_currency_id", new_values."valid_from" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_430f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_dutyconflictevent" ("first", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second", "severity") SELECT new_values."first", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."second", new_values."severity" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_45fc4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_taxclassevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4c28d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_listingevent" ("company_id", "gift_allowed", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shop_id", "sku", "state") SELECT new_values."company_id", new_values."gift_allowed", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."shop_id", new_values."sku", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5aca5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_statementmappingevent" ("channel_id", "columns", "company_id", "fees", "fees_negative", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refund_negative", "settle_days", "shop_id", "write_off_limit") SELECT new_values."channel_id", new_values."columns", new_values."company_id", new_values."fees", new_values."fees_negative", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."refund_negative", new_values."settle_days", new_values."shop_id", new_values."write_off_limit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5af45() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_statisticevent" ("code", "company_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "value") SELECT new_values."code", new_values."company_id", new_values."id", new_values."month", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."unit_id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5b941() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_paymentreasonevent" ("code", "company_id", "component", "id", "name_en", "name_zh", "needs_document", "needs_party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."component", new_values."id", new_values."name_en", new_values."name_zh", new_values."needs_document", new_values."needs_party", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5c141() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_taxregistrationevent" ("address", "bank", "bank_account", "company_id", "id", "limit_amount", "most_lines", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "url") SELECT new_values."address", new_values."bank", new_values."bank_account", new_values."company_id", new_values."id", new_values."limit_amount", new_values."most_lines", new_values."name", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."phone", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5c88f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_invoiceruleevent" ("company_id", "id", "mode", "party_group_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "valid_from") SELECT new_values."company_id", new_values."id", new_values."mode", new_values."party_group_id", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."unit_id", new_values."valid_from" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5eda6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_taxrateevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_class_id", "tax_pct", "valid_from", "valid_to") SELECT new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."tax_class_id", new_values."tax_pct", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_60a37() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_dutyexceptionevent" ("company_id", "conflict_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id", "valid_to") SELECT new_values."company_id", new_values."conflict_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."reason", new_values."user_id", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_62261() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_returnreasonevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_645b5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_categoryevent" ("code", "id", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_65233() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_couponevent" ("budget_amount", "code", "company_id", "ends_at", "id", "most_uses", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promotion_id", "state") SELECT new_values."budget_amount", new_values."code", new_values."company_id", new_values."ends_at", new_values."id", new_values."most_uses", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."promotion_id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_652a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyroleevent" ("id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_678ef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankgatewayevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_6fa60() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_postingruleevent" ("carry_item", "carry_party", "company_id", "component", "credit_account_id", "debit_account_id", "event_kind", "grouping", "id", "item_category_id", "party_group_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_class_id", "valid_from", "valid_to") SELECT new_values."carry_item", new_values."carry_party", new_values."company_id", new_values."component", new_values."credit_account_id", new_values."debit_account_id", new_values."event_kind", new_values."grouping", new_values."id", new_values."item_category_id", new_values."party_group_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."tax_class_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_6fea5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_parameterevent" ("code", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."code", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7393f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_escalationevent" ("after_days", "company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."after_days", new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_73b16() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_reasonevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7470c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_expenselimitevent" ("amount", "city_class", "company_id", "effect", "expense_kind_id", "grade", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") SELECT new_values."amount", new_values."city_class", new_values."company_id", new_values."effect", new_values."expense_kind_id", new_values."grade", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7e4f4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partygroupevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_846b6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_warehouseevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."province", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_84ddb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_retentionevent" ("days", "log", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."days", new_values."log", _pgh_attached_context.value, NOW(), 'insert', new_values."log" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8634f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_dunninglevelevent" ("company_id", "days", "id", "level", "name_en", "name_zh", "pay_within_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_zh") SELECT new_values."company_id", new_values."days", new_values."id", new_values."level", new_values."name_en", new_values."name_zh", new_values."pay_within_days", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."text_en", new_values."text_zh" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8a126() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_promotionevent" ("adds_gifts", "amount", "buy_pieces", "buyer_group", "code", "company_id", "ends_at", "get_pieces", "gift_item_id", "gift_pieces", "id", "kind", "name_en", "name_zh", "needs_coupon", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform_pct", "priority", "repeats", "stack_group", "stacking", "starts_at", "state", "threshold_amount") SELECT new_values."adds_gifts", new_values."amount", new_values."buy_pieces", new_values."buyer_group", new_values."code", new_values."company_id", new_values."ends_at", new_values."get_pieces", new_values."gift_item_id", new_values."gift_pieces", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."needs_coupon", new_values."percent", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."platform_pct", new_values."priority", new_values."repeats", new_values."stack_group", new_values."stacking", new_values."starts_at", new_values."state", new_values."threshold_amount" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8b68d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_alertevent" ("company_id", "every_minutes", "id", "is_active", "list_code", "measure", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "role_id", "threshold", "user_id") SELECT new_values."company_id", new_values."every_minutes", new_values."id", new_values."is_active", new_values."list_code", new_values."measure", new_values."name", new_values."owner_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."query", new_values."role_id", new_values."threshold", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8c17d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_creditthresholdevent" ("company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8f3ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_apitokenevent" ("calls_a_minute", "companies", "created_at", "expires_at", "id", "name", "permissions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "user_id") SELECT new_values."calls_a_minute", new_values."companies", new_values."created_at", new_values."expires_at", new_values."id", new_values."name", new_values."permissions", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."prefix", new_values."revoked_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_91bf7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_allocationruleevent" ("basis", "basis_account_id", "code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sequence", "source_account_id", "source_unit_id", "state", "statistic", "target_account_id", "valid_from", "valid_to") SELECT new_values."basis", new_values."basis_account_id", new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."sequence", new_values."source_account_id", new_values."source_unit_id", new_values."state", new_values."statistic", new_values."target_account_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_94584() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_unitevent" ("code", "company_id", "id", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_95c34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_brandevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_9f0d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_roleevent" ("group_id", "menu", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."group_id", new_values."menu", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."group_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a21cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_closepolicyevent" ("code", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."code", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a7416() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_itemunitevent" ("factor", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") SELECT new_values."factor", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a7b1b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_itemshopevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a9374() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_routeevent" ("channel_id", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "rank", "warehouse_id") SELECT new_values."channel_id", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."province", new_values."rank", new_values."warehouse_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ac3e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_feepolicyevent" ("beneficiary_id", "code", "company_id", "id", "item_category_id", "kind", "name_en", "name_zh", "party_group_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_pct", "unit_id", "valid_from", "valid_to") SELECT new_values."beneficiary_id", new_values."code", new_values."company_id", new_values."id", new_values."item_category_id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."party_group_id", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rate_pct", new_values."unit_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b774f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_priceevent" ("company_id", "floor_price", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "price_list_id", "valid_from", "valid_to") SELECT new_values."company_id", new_values."floor_price", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."price", new_values."price_list_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bcbef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_unitofmeasureevent" ("code", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."code" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_be472() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_locationevent" ("code", "company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pick_order", "warehouse_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."pick_order", new_values."warehouse_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bf52e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_addressevent" ("city", "contact", "district", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street") SELECT new_values."city", new_values."contact", new_values."district", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."phone", new_values."postcode", new_values."province", new_values."street" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_cd5e9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_customfieldevent" ("choices", "code", "company_id", "id", "is_required", "is_retired", "is_searchable", "kind", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "required_from", "scale", "target", "type") SELECT new_values."choices", new_values."code", new_values."company_id", new_values."id", new_values."is_required", new_values."is_retired", new_values."is_searchable", new_values."kind", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."place", new_values."required_from", new_values."scale", new_values."target", new_values."type" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_cfe1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_itemaccountevent" ("account_id", "company_id", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side") SELECT new_values."account_id", new_values."company_id", new_values."days", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."side" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d3b9c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_shopevent" ("channel_id", "code", "company_id", "customer_id", "id", "install_within_days", "merge_minutes", "name_en", "name_zh", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "split", "state", "unit_id") SELECT new_values."channel_id", new_values."code", new_values."company_id", new_values."customer_id", new_values."id", new_values."install_within_days", new_values."merge_minutes", new_values."name_en", new_values."name_zh", new_values."owner_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."price_list_id", new_values."split", new_values."state", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d3d9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_approvalrouteevent" ("amount_from", "amount_to", "code", "company_id", "deadline_hours", "id", "kind", "margin_below_pct", "name_en", "name_zh", "own_allowed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "reminder_hours", "valid_from", "valid_to", "version") SELECT new_values."amount_from", new_values."amount_to", new_values."code", new_values."company_id", new_values."deadline_hours", new_values."id", new_values."kind", new_values."margin_below_pct", new_values."name_en", new_values."name_zh", new_values."own_allowed", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rank", new_values."reasons", new_values."reminder_hours", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_dbfa6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_itemruleevent" ("company_id", "id", "is_automatic", "method", "ordinal", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_id", new_values."id", new_values."is_automatic", new_values."method", new_values."ordinal", new_values."party_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_dca03() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_dimensionvalueevent" ("code", "company_id", "dimension", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."dimension", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_df4ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_bomlineevent" ("bom_id", "component_id", "id", "loss_pct", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity") SELECT new_values."bom_id", new_values."component_id", new_values."id", new_values."loss_pct", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."quantity" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e21f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_vouchertemplateevent" ("code", "company_id", "day", "id", "is_monthly", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "valid_from", "valid_to") SELECT new_values."code", new_values."company_id", new_values."day", new_values."id", new_values."is_monthly", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."text", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ec0e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "user_id", "valid_from", "valid_to") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."role_id", new_values."user_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_eeb3a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_reportaccountevent" ("account_id", "company_id", "id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."account_id", new_values."company_id", new_values."id", new_values."line_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ef0e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_accountdimensionevent" ("account_id", "company_id", "dimension", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."account_id", new_values."company_id", new_values."dimension", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f26c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_accountevent" ("code", "company_id", "currency_id", "id", "is_group", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."currency_id", new_values."id", new_values."is_group", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f5c0e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyevent" ("code", "country", "email", "group_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "state", "uscc") SELECT new_values."code", new_values."country", new_values."email", new_values."group_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."phone", new_values."postcode", new_values."state", new_values."uscc" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f7818() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_regionevent" ("code", "id", "level", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."level", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_fb2c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_bomevent" ("id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "version") SELECT new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_fe251() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_pricelistevent" ("code", "company_id", "currency_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_included") SELECT new_values."code", new_values."company_id", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."tax_included" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_fffbc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_feekindevent" ("code", "company_id", "component", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."component", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_no_update_2c30d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_01c13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_allocationtargetevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "share", "unit_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."rule_id", new_values."share", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0302d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_listingevent" ("company_id", "gift_allowed", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shop_id", "sku", "state") SELECT new_values."company_id", new_values."gift_allowed", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."shop_id", new_values."sku", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_03533() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_dictionaryentryevent" ("code", "dictionary", "id", "is_active", "name_en", "name_zh", "ordinal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."dictionary", new_values."id", new_values."is_active", new_values."name_en", new_values."name_zh", new_values."ordinal", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0fe88() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_expenselimitevent" ("amount", "city_class", "company_id", "effect", "expense_kind_id", "grade", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") SELECT new_values."amount", new_values."city_class", new_values."company_id", new_values."effect", new_values."expense_kind_id", new_values."grade", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_13b73() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_taxclassevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_165ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_accountdimensionevent" ("account_id", "company_id", "dimension", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."account_id", new_values."company_id", new_values."dimension", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1e864() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_cashitemruleevent" ("account_id", "company_id", "component", "event_kind", "id", "item_in_id", "item_out_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."account_id", new_values."company_id", new_values."component", new_values."event_kind", new_values."id", new_values."item_in_id", new_values."item_out_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1fa55() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_taxregistrationevent" ("address", "bank", "bank_account", "company_id", "id", "limit_amount", "most_lines", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "url") SELECT new_values."address", new_values."bank", new_values."bank_account", new_values."company_id", new_values."id", new_values."limit_amount", new_values."most_lines", new_values."name", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."phone", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_23855() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_itemruleevent" ("company_id", "id", "is_automatic", "method", "ordinal", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_id", new_values."id", new_values."is_automatic", new_values."method", new_values."ordinal", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_26ae0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_categoryevent" ("code", "id", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_28121() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_closepolicyevent" ("code", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."code", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_28ac8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_creditrateevent" ("from_currency_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "to_currency_id", "valid_from") SELECT new_values."from_currency_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."rate", new_values."to_currency_id", new_values."valid_from" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2bc98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_reviewcheckevent" ("channel_id", "check_code", "company_id", "enabled", "id", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "releasable") SELECT new_values."channel_id", new_values."check_code", new_values."company_id", new_values."enabled", new_values."id", new_values."parameters", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."releasable" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_32cf3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_channelevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_3bcb8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_couponevent" ("budget_amount", "code", "company_id", "ends_at", "id", "most_uses", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promotion_id", "state") SELECT new_values."budget_amount", new_values."code", new_values."company_id", new_values."ends_at", new_values."id", new_values."most_uses", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."promotion_id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_3bee8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_accountevent" ("code", "company_id", "currency_id", "id", "is_group", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."currency_id", new_values."id", new_values."is_group", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_426df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_routeevent" ("channel_id", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "rank", "warehouse_id") SELECT new_values."channel_id", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."province", new_values."rank", new_values."warehouse_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_46236() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_alertevent" ("company_id", "every_minutes", "id", "is_active", "list_code", "measure", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "role_id", "threshold", "user_id") SELECT new_values."company_id", new_values."every_minutes", new_values."id", new_values."is_active", new_values."list_code", new_values."measure", new_values."name", new_values."owner_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."query", new_values."role_id", new_values."threshold", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."company_id" IS DISTINCT FROM (new_values."company_id") OR old_values."every_minutes" IS DISTINCT FROM (new_values."every_minutes") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."list_code" IS DISTINCT FROM (new_values."list_code") OR old_values."measure" IS DISTINCT FROM (new_values."measure") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."query" IS DISTINCT FROM (new_values."query") OR old_values."role_id" IS DISTINCT FROM (new_values."role_id") OR old_values."threshold" IS DISTINCT FROM (new_values."threshold") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_47efc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_dutyexceptionevent" ("company_id", "conflict_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id", "valid_to") SELECT new_values."company_id", new_values."conflict_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."reason", new_values."user_id", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4b339() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_promotionevent" ("adds_gifts", "amount", "buy_pieces", "buyer_group", "code", "company_id", "ends_at", "get_pieces", "gift_item_id", "gift_pieces", "id", "kind", "name_en", "name_zh", "needs_coupon", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform_pct", "priority", "repeats", "stack_group", "stacking", "starts_at", "state", "threshold_amount") SELECT new_values."adds_gifts", new_values."amount", new_values."buy_pieces", new_values."buyer_group", new_values."code", new_values."company_id", new_values."ends_at", new_values."get_pieces", new_values."gift_item_id", new_values."gift_pieces", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."needs_coupon", new_values."percent", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."platform_pct", new_values."priority", new_values."repeats", new_values."stack_group", new_values."stacking", new_values."starts_at", new_values."state", new_values."threshold_amount" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_51b54() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_employeeevent" ("company_id", "grade", "id", "party_id", "payee_account", "payee_bank", "payee_bank_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "unit_id", "user_id", "value_id") SELECT new_values."company_id", new_values."grade", new_values."id", new_values."party_id", new_values."payee_account", new_values."payee_bank", new_values."payee_bank_code", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state", new_values."unit_id", new_values."user_id", new_values."value_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_57ee5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_itemshopevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_58ad9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_customfieldevent" ("choices", "code", "company_id", "id", "is_required", "is_retired", "is_searchable", "kind", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "required_from", "scale", "target", "type") SELECT new_values."choices", new_values."code", new_values."company_id", new_values."id", new_values."is_required", new_values."is_retired", new_values."is_searchable", new_values."kind", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."place", new_values."required_from", new_values."scale", new_values."target", new_values."type" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5bdc1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_itemaccountevent" ("account_id", "company_id", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side") SELECT new_values."account_id", new_values."company_id", new_values."days", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."side" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5be89() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_returnreasonevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5c964() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_paymentreasonevent" ("code", "company_id", "component", "id", "name_en", "name_zh", "needs_document", "needs_party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."component", new_values."id", new_values."name_en", new_values."name_zh", new_values."needs_document", new_values."needs_party", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_607e9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_accountevent" ("company_id", "credit", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_id", new_values."credit", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_61150() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_unitevent" ("code", "company_id", "id", "kind", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_65f7b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_approvalrouteevent" ("amount_from", "amount_to", "code", "company_id", "deadline_hours", "id", "kind", "margin_below_pct", "name_en", "name_zh", "own_allowed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "reminder_hours", "valid_from", "valid_to", "version") SELECT new_values."amount_from", new_values."amount_to", new_values."code", new_values."company_id", new_values."deadline_hours", new_values."id", new_values."kind", new_values."margin_below_pct", new_values."name_en", new_values."name_zh", new_values."own_allowed", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."rank", new_values."reasons", new_values."reminder_hours", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7177e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_feekindevent" ("code", "company_id", "component", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."company_id", new_values."component", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_71887() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_credittermevent" ("credit_days", "group_id", "id", "method", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share") SELECT new_values."credit_days", new_values."group_id", new_values."id", new_values."method", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."share" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_72707() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_dutyconflictevent" ("first", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second", "severity") SELECT new_values."first", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."second", new_values."severity" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_75c9a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partygroupevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_79e13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_approvalnodeevent" ("amount_from", "id", "mode", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "route_id", "sequence", "skip_own", "user_id") SELECT new_values."amount_from", new_values."id", new_values."mode", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."role_id", new_values."route_id", new_values."sequence", new_values."skip_own", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7b505() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_warehouseevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "state") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."province", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_83ade() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_itemunitevent" ("factor", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") SELECT new_values."factor", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8c5cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_datascopeevent" ("company_id", "dimension", "id", "ids", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "user_id") SELECT new_values."company_id", new_values."dimension", new_values."id", new_values."ids", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."role_id", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8c728() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankaccountevent" ("account_id", "bank_code", "bank_name", "code", "company_id", "currency_id", "gateway_id", "holder", "id", "name_en", "name_zh", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."account_id", new_values."bank_code", new_values."bank_name", new_values."code", new_values."company_id", new_values."currency_id", new_values."gateway_id", new_values."holder", new_values."id", new_values."name_en", new_values."name_zh", new_values."number", new_values."owner_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8e97a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_taxrateevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_class_id", "tax_pct", "valid_from", "valid_to") SELECT new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."tax_class_id", new_values."tax_pct", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_90670() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_apitokenevent" ("calls_a_minute", "companies", "created_at", "expires_at", "id", "name", "permissions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "user_id") SELECT new_values."calls_a_minute", new_values."companies", new_values."created_at", new_values."expires_at", new_values."id", new_values."name", new_values."permissions", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."prefix", new_values."revoked_at", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."calls_a_minute" IS DISTINCT FROM (new_values."calls_a_minute") OR old_values."companies" IS DISTINCT FROM (new_values."companies") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."expires_at" IS DISTINCT FROM (new_values."expires_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."permissions" IS DISTINCT FROM (new_values."permissions") OR old_values."prefix" IS DISTINCT FROM (new_values."prefix") OR old_values."revoked_at" IS DISTINCT FROM (new_values."revoked_at") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_94307() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_escalationevent" ("after_days", "company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."after_days", new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_962f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_pricelistevent" ("code", "company_id", "currency_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_included") SELECT new_values."code", new_values."company_id", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."tax_included" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_998d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_dunninglevelevent" ("company_id", "days", "id", "level", "name_en", "name_zh", "pay_within_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_zh") SELECT new_values."company_id", new_values."days", new_values."id", new_values."level", new_values."name_en", new_values."name_zh", new_values."pay_within_days", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."text_en", new_values."text_zh" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9a02f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_retentionevent" ("days", "log", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."days", new_values."log", _pgh_attached_context.value, NOW(), 'update', new_values."log" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."log") = (new_values."log") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9f02c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_statementmappingevent" ("channel_id", "columns", "company_id", "fees", "fees_negative", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refund_negative", "settle_days", "shop_id", "write_off_limit") SELECT new_values."channel_id", new_values."columns", new_values."company_id", new_values."fees", new_values."fees_negative", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."refund_negative", new_values."settle_days", new_values."shop_id", new_values."write_off_limit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9f910() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_locationevent" ("code", "company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pick_order", "warehouse_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."pick_order", new_values."warehouse_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a2d27() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_reportaccountevent" ("account_id", "company_id", "id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."account_id", new_values."company_id", new_values."id", new_values."line_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_aaed0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_invoiceruleevent" ("company_id", "id", "mode", "party_group_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "valid_from") SELECT new_values."company_id", new_values."id", new_values."mode", new_values."party_group_id", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."unit_id", new_values."valid_from" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ab7b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_reportlineevent" ("code", "company_id", "id", "is_strong", "name_en", "name_zh", "ordinal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report", "side", "sums", "takes_result", "turns_to") SELECT new_values."code", new_values."company_id", new_values."id", new_values."is_strong", new_values."name_en", new_values."name_zh", new_values."ordinal", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."report", new_values."side", new_values."sums", new_values."takes_result", new_values."turns_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_abef2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_postingruleevent" ("carry_item", "carry_party", "company_id", "component", "credit_account_id", "debit_account_id", "event_kind", "grouping", "id", "item_category_id", "party_group_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tax_class_id", "valid_from", "valid_to") SELECT new_values."carry_item", new_values."carry_party", new_values."company_id", new_values."component", new_values."credit_account_id", new_values."debit_account_id", new_values."event_kind", new_values."grouping", new_values."id", new_values."item_category_id", new_values."party_group_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."tax_class_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ae94a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_itemevent" ("barcode", "brand_id", "category_id", "code", "id", "kind", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revenue_policy", "serial_tracked", "state", "tax_class_id", "unit_id") SELECT new_values."barcode", new_values."brand_id", new_values."category_id", new_values."code", new_values."id", new_values."kind", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."revenue_policy", new_values."serial_tracked", new_values."state", new_values."tax_class_id", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_af665() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "user_id", "valid_from", "valid_to") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."role_id", new_values."user_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b1e5a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_allocationruleevent" ("basis", "basis_account_id", "code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sequence", "source_account_id", "source_unit_id", "state", "statistic", "target_account_id", "valid_from", "valid_to") SELECT new_values."basis", new_values."basis_account_id", new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."sequence", new_values."source_account_id", new_values."source_unit_id", new_values."state", new_values."statistic", new_values."target_account_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b1fe6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_roleevent" ("group_id", "menu", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."group_id", new_values."menu", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."group_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."group_id") = (new_values."group_id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b3c0a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_bomlineevent" ("bom_id", "component_id", "id", "loss_pct", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity") SELECT new_values."bom_id", new_values."component_id", new_values."id", new_values."loss_pct", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."quantity" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b9527() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_bomevent" ("id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "version") SELECT new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bb4fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_creditgroupevent" ("code", "company_id", "currency_id", "id", "name_en", "name_zh", "overdue_days", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "stops_overdrawn") SELECT new_values."code", new_values."company_id", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", new_values."overdue_days", new_values."owner_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state", new_values."stops_overdrawn" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bee16() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_regionevent" ("code", "id", "level", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."level", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bffe7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankruleevent" ("company_id", "direction", "id", "made_by_id", "party_id", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "use") SELECT new_values."company_id", new_values."direction", new_values."id", new_values."made_by_id", new_values."party_id", new_values."pattern", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state", new_values."use" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c0944() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_expensekindevent" ("code", "company_id", "component", "id", "is_deductible", "measure", "name_en", "name_zh", "needs_invoice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."component", new_values."id", new_values."is_deductible", new_values."measure", new_values."name_en", new_values."name_zh", new_values."needs_invoice", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c95c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_feepolicyevent" ("beneficiary_id", "code", "company_id", "id", "item_category_id", "kind", "name_en", "name_zh", "party_group_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_pct", "unit_id", "valid_from", "valid_to") SELECT new_values."beneficiary_id", new_values."code", new_values."company_id", new_values."id", new_values."item_category_id", new_values."kind", new_values."name_en", new_values."name_zh", new_values."party_group_id", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."rate_pct", new_values."unit_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c9d55() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_creditthresholdevent" ("company_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."company_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ca5ff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_webhookevent" ("company_id", "created_at", "id", "kinds", "name", "off_reason", "old_ends_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") SELECT new_values."company_id", new_values."created_at", new_values."id", new_values."kinds", new_values."name", new_values."off_reason", new_values."old_ends_at", new_values."owner_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."company_id" IS DISTINCT FROM (new_values."company_id") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kinds" IS DISTINCT FROM (new_values."kinds") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."off_reason" IS DISTINCT FROM (new_values."off_reason") OR old_values."old_ends_at" IS DISTINCT FROM (new_values."old_ends_at") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."url" IS DISTINCT FROM (new_values."url")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_cc616() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_budgetthresholdevent" ("action", "budget_id", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_pct", "used_pct") SELECT new_values."action", new_values."budget_id", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."rate_pct", new_values."used_pct" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ce0f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_dimensionvalueevent" ("code", "company_id", "dimension", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."company_id", new_values."dimension", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d10c3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_priceevent" ("company_id", "floor_price", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "price_list_id", "valid_from", "valid_to") SELECT new_values."company_id", new_values."floor_price", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."price", new_values."price_list_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d1174() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_vouchertemplateevent" ("code", "company_id", "day", "id", "is_monthly", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "valid_from", "valid_to") SELECT new_values."code", new_values."company_id", new_values."day", new_values."id", new_values."is_monthly", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."text", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d14a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_statisticevent" ("code", "company_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "value") SELECT new_values."code", new_values."company_id", new_values."id", new_values."month", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."unit_id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d8f35() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_secondfactorruleevent" ("company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id") SELECT new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."role_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_db520() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyevent" ("code", "country", "email", "group_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "state", "uscc") SELECT new_values."code", new_values."country", new_values."email", new_values."group_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."phone", new_values."postcode", new_values."state", new_values."uscc" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_db937() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_addressevent" ("city", "contact", "district", "id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "province", "street") SELECT new_values."city", new_values."contact", new_values."district", new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."phone", new_values."postcode", new_values."province", new_values."street" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_dda71() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sales_shopevent" ("channel_id", "code", "company_id", "customer_id", "id", "install_within_days", "merge_minutes", "name_en", "name_zh", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "split", "state", "unit_id") SELECT new_values."channel_id", new_values."code", new_values."company_id", new_values."customer_id", new_values."id", new_values."install_within_days", new_values."merge_minutes", new_values."name_en", new_values."name_zh", new_values."owner_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."price_list_id", new_values."split", new_values."state", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e169c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_companyevent" ("code", "country", "currency_id", "id", "name_en", "name_zh", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone", "uscc", "year_starts") SELECT new_values."code", new_values."country", new_values."currency_id", new_values."id", new_values."name_en", new_values."name_zh", new_values."parent_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."time_zone", new_values."uscc", new_values."year_starts" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e8e49() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_exchangerateevent" ("company_id", "currency_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "valid_on") SELECT new_values."company_id", new_values."currency_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."rate", new_values."valid_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ed982() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankmappingevent" ("code", "columns", "company_id", "day_format", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."columns", new_values."company_id", new_values."day_format", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f3ab5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "parties_partyroleevent" ("id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."party_id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f5bb6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_parameterevent" ("code", "company_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."code", new_values."company_id", new_values."id", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f5f59() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stock_reasonevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f6453() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_unitofmeasureevent" ("code", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."code" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."code") = (new_values."code") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f6caf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_announcementevent" ("company_id", "first_on", "for_partners", "id", "is_urgent", "last_on", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_zh") SELECT new_values."company_id", new_values."first_on", new_values."for_partners", new_values."id", new_values."is_urgent", new_values."last_on", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."text_en", new_values."text_zh" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f8f58() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "items_brandevent" ("code", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") SELECT new_values."code", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f9142() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "finance_bankgatewayevent" ("code", "company_id", "id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "url") SELECT new_values."code", new_values."company_id", new_values."id", new_values."name_en", new_values."name_zh", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."state", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_used_stays_e9d6d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE since date;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'valid_to' = to_jsonb(NEW) - 'valid_to' THEN
                        IF NEW.valid_to IS NULL OR NEW.valid_to >= OLD.valid_to THEN
                            RETURN NEW;
                        END IF;
                        since := NEW.valid_to;
                    ELSE
                        since := OLD.valid_from;
                    END IF;
                    IF finance_rule_used(OLD.company_id, OLD.event_kind::text, OLD.component::text,
                                         OLD.debit_account_id, OLD.credit_account_id, since) IS NOT NULL THEN
                        RAISE EXCEPTION 'posting rule % has posted since %', OLD.id, since
                              USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN
                        RETURN OLD;
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.sales_follow_coupon() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO sales_couponbalance (company_id, coupon_id, budget_amount, most_uses)
    VALUES (NEW.company_id, NEW.id, NEW.budget_amount, NEW.most_uses)
    ON CONFLICT (coupon_id) DO UPDATE
       SET budget_amount = EXCLUDED.budget_amount, most_uses = EXCLUDED.most_uses;
    RETURN NULL;
END $$;

CREATE FUNCTION public.sales_net_subsidy("order" bigint, subsidy numeric, amount numeric, tax numeric) RETURNS numeric
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE WHEN p.tax_included THEN round(subsidy * (amount - tax) / nullif(amount, 0), 2) ELSE subsidy END
      FROM sales_order o
      JOIN sales_shop s ON s.id = o.shop_id
      JOIN items_pricelist p ON p.id = s.price_list_id
     WHERE o.id = "order"
$$;

CREATE FUNCTION public.sales_refunds(asked_company bigint, asked_order bigint) RETURNS TABLE(amount numeric)
    LANGUAGE sql STABLE
    AS $$
    SELECT b.amount FROM sales_return b
     WHERE b.company_id = asked_company AND b.order_id = asked_order AND b.state = 'refunded'
       AND (b.kind <> 'exchange' OR EXISTS (SELECT FROM sales_order x
             WHERE x.company_id = b.company_id AND x.id = b.replacement_id AND x.state = 'cancelled'))
$$;

COMMENT ON FUNCTION public.sales_refunds(asked_company bigint, asked_order bigint) IS 'Money given back to an order''s buyer; for an exchange only where the replacement was cancelled.';

CREATE FUNCTION public.sales_row_owed(is_refund boolean, amount numeric, open numeric, given_back numeric, given_upto numeric, refund numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN is_refund THEN least(open, given_upto - refund) - least(open, given_upto)
                ELSE amount - open + least(open, given_back) END
$$;

COMMENT ON FUNCTION public.sales_row_owed(is_refund boolean, amount numeric, open numeric, given_back numeric, given_upto numeric, refund numeric) IS 'What a row of a statement should come to; refund rows use up what is still to be given back, in their order.';

CREATE FUNCTION public.sales_row_result(order_id bigint, customer_id bigint, stray boolean, is_refund boolean, paid numeric, owed numeric) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN order_id IS NULL THEN 'unknown_order' WHEN customer_id IS NOT NULL THEN 'customer_order'
                WHEN stray THEN 'already_settled'
                WHEN is_refund THEN CASE WHEN paid = owed THEN 'refund_matched' ELSE 'refund_differs' END
                WHEN paid < owed THEN 'short_paid' WHEN paid > owed THEN 'over_paid' ELSE 'matched' END
$$;

COMMENT ON FUNCTION public.sales_row_result(order_id bigint, customer_id bigint, stray boolean, is_refund boolean, paid numeric, owed numeric) IS 'What a row of a statement says of its order.';

CREATE FUNCTION public.sales_tax(charged numeric, tax_pct numeric, tax_included boolean) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE WHEN tax_pct IS NULL THEN 0
                WHEN tax_included THEN charged - round(charged * 100 / (100 + tax_pct), 2)
                ELSE round(charged * tax_pct / 100, 2) END
$$;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);

ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);

ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);

ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE public.core_document_id
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.core_accessreview (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    rights_on date NOT NULL,
    due_on date NOT NULL,
    signed_at timestamp with time zone,
    content bytea,
    company_id bigint NOT NULL,
    signer_id bigint,
    starter_id bigint,
    CONSTRAINT core_accessreview_signed CHECK ((((content IS NULL) AND (signed_at IS NULL) AND ((state)::text = 'open'::text)) OR ((content IS NOT NULL) AND (signed_at IS NOT NULL) AND ((state)::text = 'signed'::text)))),
    CONSTRAINT core_accessreview_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'signed'::character varying])))
);

CREATE SEQUENCE public.core_line_id
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.core_accessreviewline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    membership_id bigint NOT NULL,
    decision character varying(24) NOT NULL,
    comment character varying(240) NOT NULL,
    company_id bigint NOT NULL,
    review_id bigint NOT NULL,
    role_id integer NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_accessreviewline_decision_check CHECK ((decision = ANY (ARRAY['open'::character varying, 'keep'::character varying, 'take'::character varying])))
);

CREATE TABLE public.core_alert (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    list_code character varying(40) NOT NULL,
    query character varying(1000) NOT NULL,
    measure character varying(24) NOT NULL,
    threshold numeric(20,2) NOT NULL,
    every_minutes integer NOT NULL,
    is_active boolean NOT NULL,
    next_run_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    last_run_at timestamp with time zone,
    last_count integer,
    last_amount numeric(20,2),
    began_at timestamp with time zone,
    company_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    role_id integer,
    user_id bigint,
    CONSTRAINT core_alert_every CHECK ((every_minutes >= 1)),
    CONSTRAINT core_alert_every_minutes_check CHECK ((every_minutes >= 0)),
    CONSTRAINT core_alert_measure_check CHECK ((measure = ANY (ARRAY['count'::character varying, 'amount'::character varying]))),
    CONSTRAINT core_alert_whom CHECK ((((role_id IS NULL) AND (user_id IS NOT NULL)) OR ((role_id IS NOT NULL) AND (user_id IS NULL))))
);

ALTER TABLE public.core_alert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_alertevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    list_code character varying(40) NOT NULL,
    query character varying(1000) NOT NULL,
    measure character varying(24) NOT NULL,
    threshold numeric(20,2) NOT NULL,
    every_minutes integer NOT NULL,
    is_active boolean NOT NULL,
    company_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    role_id integer,
    user_id bigint,
    CONSTRAINT core_alertevent_every_minutes_check CHECK ((every_minutes >= 0)),
    CONSTRAINT core_alertevent_measure_check CHECK ((measure = ANY (ARRAY['count'::character varying, 'amount'::character varying])))
);

ALTER TABLE public.core_alertevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_alertevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_announcement (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    first_on date NOT NULL,
    last_on date,
    is_urgent boolean NOT NULL,
    for_partners boolean NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT core_announcement_days CHECK (((last_on IS NULL) OR (last_on >= first_on)))
);

ALTER TABLE public.core_announcement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_announcementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    first_on date NOT NULL,
    last_on date,
    is_urgent boolean NOT NULL,
    for_partners boolean NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.core_announcementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_announcementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_apitoken (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    prefix character varying(12) NOT NULL,
    secret_hash character varying(64) NOT NULL,
    permissions character varying(120)[] NOT NULL,
    companies bigint[] NOT NULL,
    calls_a_minute integer,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT core_apitoken_calls_a_minute_check CHECK ((calls_a_minute >= 0))
);

ALTER TABLE public.core_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_apitokenevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    prefix character varying(12) NOT NULL,
    permissions character varying(120)[] NOT NULL,
    companies bigint[] NOT NULL,
    calls_a_minute integer,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_apitokenevent_calls_a_minute_check CHECK ((calls_a_minute >= 0))
);

ALTER TABLE public.core_apitokenevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_apitokenevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvalanswer (
    id bigint NOT NULL,
    answer character varying(24) NOT NULL,
    comment character varying(240) NOT NULL,
    answered_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    for_user_id bigint,
    run_id bigint NOT NULL,
    user_id bigint,
    request_id bigint NOT NULL,
    step_id bigint,
    task_id bigint,
    CONSTRAINT core_approvalanswer_answer_check CHECK ((answer = ANY (ARRAY['approved'::character varying, 'rejected'::character varying, 'sent_back'::character varying, 'withdrawn'::character varying])))
);

ALTER TABLE public.core_approvalanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_approvalanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvaldelegation (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ended_at timestamp with time zone,
    company_id bigint NOT NULL,
    deputy_id bigint NOT NULL,
    run_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_approvaldelegation_another CHECK ((NOT (deputy_id = user_id))),
    CONSTRAINT core_approvaldelegation_days CHECK ((valid_to > valid_from))
);

CREATE TABLE public.core_approvalnode (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    sequence smallint NOT NULL,
    mode character varying(24) NOT NULL,
    amount_from numeric(20,2),
    skip_own boolean NOT NULL,
    role_id integer,
    user_id bigint,
    route_id bigint NOT NULL,
    CONSTRAINT core_approvalnode_mode_check CHECK ((mode = ANY (ARRAY['any'::character varying, 'all'::character varying]))),
    CONSTRAINT core_approvalnode_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT core_approvalnode_who CHECK ((((role_id IS NULL) AND (user_id IS NOT NULL)) OR ((role_id IS NOT NULL) AND (user_id IS NULL))))
);

ALTER TABLE public.core_approvalnode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_approvalnode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvalnodeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    sequence smallint NOT NULL,
    mode character varying(24) NOT NULL,
    amount_from numeric(20,2),
    skip_own boolean NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    role_id integer,
    user_id bigint,
    route_id bigint NOT NULL,
    CONSTRAINT core_approvalnodeevent_mode_check CHECK ((mode = ANY (ARRAY['any'::character varying, 'all'::character varying]))),
    CONSTRAINT core_approvalnodeevent_sequence_check CHECK ((sequence >= 0))
);

ALTER TABLE public.core_approvalnodeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_approvalnodeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvalrequest (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    kind character varying(40) NOT NULL,
    document_id bigint NOT NULL,
    document_version integer NOT NULL,
    number character varying(40) NOT NULL,
    reason character varying(240) NOT NULL,
    amount numeric(20,2) NOT NULL,
    margin_pct numeric(9,2),
    reasons character varying(40)[] NOT NULL,
    state character varying(24) DEFAULT 'waiting'::character varying NOT NULL,
    route_version integer NOT NULL,
    reminder_hours smallint,
    deadline_hours smallint,
    own_allowed boolean DEFAULT false NOT NULL,
    asked_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ended_at timestamp with time zone,
    company_id bigint NOT NULL,
    requester_id bigint,
    run_id bigint NOT NULL,
    route_id bigint NOT NULL,
    CONSTRAINT core_approvalrequest_deadline_hours_check CHECK ((deadline_hours >= 0)),
    CONSTRAINT core_approvalrequest_ended CHECK ((((ended_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT core_approvalrequest_reminder_hours_check CHECK ((reminder_hours >= 0)),
    CONSTRAINT core_approvalrequest_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'approved'::character varying, 'rejected'::character varying, 'sent_back'::character varying, 'withdrawn'::character varying])))
);

CREATE TABLE public.core_approvalroute (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(40) NOT NULL,
    rank smallint NOT NULL,
    amount_from numeric(20,2),
    amount_to numeric(20,2),
    margin_below_pct numeric(6,2),
    reasons character varying(40)[] NOT NULL,
    reminder_hours smallint,
    deadline_hours smallint,
    own_allowed boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    version integer NOT NULL,
    company_id bigint,
    CONSTRAINT core_approvalroute_amounts CHECK ((amount_to > amount_from)),
    CONSTRAINT core_approvalroute_deadline_hours_check CHECK ((deadline_hours >= 0)),
    CONSTRAINT core_approvalroute_rank_check CHECK ((rank >= 0)),
    CONSTRAINT core_approvalroute_reminder_hours_check CHECK ((reminder_hours >= 0)),
    CONSTRAINT core_approvalroute_valid CHECK ((valid_to > valid_from))
);

ALTER TABLE public.core_approvalroute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_approvalroute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvalrouteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(40) NOT NULL,
    rank smallint NOT NULL,
    amount_from numeric(20,2),
    amount_to numeric(20,2),
    margin_below_pct numeric(6,2),
    reasons character varying(40)[] NOT NULL,
    reminder_hours smallint,
    deadline_hours smallint,
    own_allowed boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    version integer NOT NULL,
    company_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_approvalrouteevent_deadline_hours_check CHECK ((deadline_hours >= 0)),
    CONSTRAINT core_approvalrouteevent_rank_check CHECK ((rank >= 0)),
    CONSTRAINT core_approvalrouteevent_reminder_hours_check CHECK ((reminder_hours >= 0))
);

ALTER TABLE public.core_approvalrouteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_approvalrouteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvalstep (
    id bigint NOT NULL,
    sequence smallint NOT NULL,
    mode character varying(24) NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    state character varying(24) DEFAULT 'ahead'::character varying NOT NULL,
    opened_at timestamp with time zone,
    remind_at timestamp with time zone,
    due_at timestamp with time zone,
    company_id bigint NOT NULL,
    node_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT core_approvalstep_mode_check CHECK ((mode = ANY (ARRAY['any'::character varying, 'all'::character varying]))),
    CONSTRAINT core_approvalstep_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT core_approvalstep_state_check CHECK ((state = ANY (ARRAY['ahead'::character varying, 'open'::character varying, 'approved'::character varying, 'ended'::character varying])))
);

ALTER TABLE public.core_approvalstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_approvalstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_approvaltask (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    state character varying(24) DEFAULT 'ahead'::character varying NOT NULL,
    company_id bigint NOT NULL,
    request_id bigint NOT NULL,
    step_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_approvaltask_state_check CHECK ((state = ANY (ARRAY['ahead'::character varying, 'open'::character varying, 'answered'::character varying, 'ended'::character varying])))
);

CREATE TABLE public.core_attachment (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    name character varying(120) NOT NULL,
    media_type character varying(80) NOT NULL,
    added_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    removed_at timestamp with time zone,
    reason character varying(240) DEFAULT ''::character varying NOT NULL,
    company_id bigint NOT NULL,
    file_id bigint NOT NULL,
    removed_run_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT core_attachment_removed CHECK (((((reason)::text = ''::text) AND (removed_at IS NULL) AND (removed_run_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_run_id IS NOT NULL) AND (NOT ((reason)::text = ''::text)))))
);

ALTER TABLE public.core_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.core_callrate (
    caller character varying(64) NOT NULL,
    whole_at timestamp with time zone NOT NULL
);

CREATE TABLE public.core_comment (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    text character varying(2000) NOT NULL,
    told bigint[] NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.core_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_company (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(12) NOT NULL,
    currency_id character varying(3) NOT NULL,
    time_zone character varying(40) NOT NULL,
    country character varying(2) NOT NULL,
    uscc character varying(18) NOT NULL,
    parent_id bigint,
    year_starts smallint DEFAULT 1 NOT NULL,
    CONSTRAINT core_company_year_starts CHECK (((year_starts >= 1) AND (year_starts <= 12))),
    CONSTRAINT core_company_year_starts_check CHECK ((year_starts >= 0))
);

ALTER TABLE public.core_company ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_company_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_companyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(12) NOT NULL,
    currency_id character varying(3) NOT NULL,
    time_zone character varying(40) NOT NULL,
    country character varying(2) NOT NULL,
    uscc character varying(18) NOT NULL,
    parent_id bigint,
    year_starts smallint DEFAULT 1 NOT NULL,
    CONSTRAINT core_companyevent_year_starts_check CHECK ((year_starts >= 0))
);

ALTER TABLE public.core_companyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_companyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_counter (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    month date NOT NULL,
    last_number bigint NOT NULL
);

ALTER TABLE public.core_counter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_counter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_currency (
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(3) NOT NULL,
    minor_units smallint NOT NULL,
    CONSTRAINT core_currency_minor_units_check CHECK ((minor_units >= 0))
);

CREATE TABLE public.core_customchange (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    code character varying(40) NOT NULL,
    was jsonb,
    now jsonb,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.core_customchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_customchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_customfield (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    kind character varying(24) NOT NULL,
    code character varying(40) NOT NULL,
    type character varying(24) NOT NULL,
    scale smallint NOT NULL,
    choices jsonb NOT NULL,
    target character varying(24) NOT NULL,
    is_required boolean NOT NULL,
    required_from character varying(24) NOT NULL,
    is_searchable boolean NOT NULL,
    place smallint NOT NULL,
    is_retired boolean NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT core_customfield_place_check CHECK ((place >= 0)),
    CONSTRAINT core_customfield_plain CHECK (((code)::text ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT core_customfield_scale CHECK ((scale <= 6)),
    CONSTRAINT core_customfield_scale_check CHECK ((scale >= 0)),
    CONSTRAINT core_customfield_type_check CHECK ((type = ANY (ARRAY['text'::character varying, 'number'::character varying, 'date'::character varying, 'yes_no'::character varying, 'choice'::character varying, 'link'::character varying])))
);

ALTER TABLE public.core_customfield ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_customfield_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_customfieldevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    kind character varying(24) NOT NULL,
    code character varying(40) NOT NULL,
    type character varying(24) NOT NULL,
    scale smallint NOT NULL,
    choices jsonb NOT NULL,
    target character varying(24) NOT NULL,
    is_required boolean NOT NULL,
    required_from character varying(24) NOT NULL,
    is_searchable boolean NOT NULL,
    place smallint NOT NULL,
    is_retired boolean NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_customfieldevent_place_check CHECK ((place >= 0)),
    CONSTRAINT core_customfieldevent_scale_check CHECK ((scale >= 0)),
    CONSTRAINT core_customfieldevent_type_check CHECK ((type = ANY (ARRAY['text'::character varying, 'number'::character varying, 'date'::character varying, 'yes_no'::character varying, 'choice'::character varying, 'link'::character varying])))
);

ALTER TABLE public.core_customfieldevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_customfieldevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_customvalues (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    content jsonb NOT NULL,
    company_id bigint NOT NULL
);

ALTER TABLE public.core_customvalues ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_customvalues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_datascope (
    id bigint NOT NULL,
    dimension character varying(24) NOT NULL,
    ids bigint[] NOT NULL,
    company_id bigint NOT NULL,
    role_id integer,
    user_id bigint,
    CONSTRAINT core_datascope_dimension_check CHECK ((dimension = ANY (ARRAY['department'::character varying, 'warehouse'::character varying, 'shop'::character varying, 'own'::character varying, 'party'::character varying]))),
    CONSTRAINT core_datascope_whose CHECK ((((role_id IS NULL) AND (user_id IS NOT NULL)) OR ((role_id IS NOT NULL) AND (user_id IS NULL))))
);

ALTER TABLE public.core_datascope ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_datascope_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_datascopeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    dimension character varying(24) NOT NULL,
    ids bigint[] NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    role_id integer,
    user_id bigint,
    CONSTRAINT core_datascopeevent_dimension_check CHECK ((dimension = ANY (ARRAY['department'::character varying, 'warehouse'::character varying, 'shop'::character varying, 'own'::character varying, 'party'::character varying])))
);

ALTER TABLE public.core_datascopeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_datascopeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_defaultview (
    id bigint NOT NULL,
    list_code character varying(40) NOT NULL,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL,
    view_id bigint NOT NULL
);

ALTER TABLE public.core_defaultview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_defaultview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_dictionaryentry (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    dictionary character varying(40) NOT NULL,
    code character varying(40) NOT NULL,
    ordinal smallint NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT core_dictionaryentry_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.core_dictionaryentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_dictionaryentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_dictionaryentryevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    dictionary character varying(40) NOT NULL,
    code character varying(40) NOT NULL,
    ordinal smallint NOT NULL,
    is_active boolean NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_dictionaryentryevent_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.core_dictionaryentryevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_dictionaryentryevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_documentversion (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    version integer NOT NULL,
    snapshot jsonb NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.core_documentversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_documentversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_dutyconflict (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    first character varying(120) NOT NULL,
    second character varying(120) NOT NULL,
    severity character varying(24) NOT NULL,
    CONSTRAINT core_dutyconflict_order CHECK (((first)::text < (second)::text)),
    CONSTRAINT core_dutyconflict_severity_check CHECK ((severity = ANY (ARRAY['refused'::character varying, 'reason'::character varying])))
);

ALTER TABLE public.core_dutyconflict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_dutyconflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_dutyconflictevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    first character varying(120) NOT NULL,
    second character varying(120) NOT NULL,
    severity character varying(24) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_dutyconflictevent_severity_check CHECK ((severity = ANY (ARRAY['refused'::character varying, 'reason'::character varying])))
);

ALTER TABLE public.core_dutyconflictevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_dutyconflictevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_dutyexception (
    id bigint NOT NULL,
    reason character varying(240) NOT NULL,
    valid_to date NOT NULL,
    company_id bigint NOT NULL,
    conflict_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_dutyexception_reason CHECK ((NOT ((reason)::text = ''::text)))
);

ALTER TABLE public.core_dutyexception ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_dutyexception_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_dutyexceptionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    reason character varying(240) NOT NULL,
    valid_to date NOT NULL,
    company_id bigint NOT NULL,
    conflict_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.core_dutyexceptionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_dutyexceptionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_escalation (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    after_days smallint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT core_escalation_after_days_check CHECK ((after_days >= 0))
);

ALTER TABLE public.core_escalation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_escalation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_escalationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    after_days smallint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_escalationevent_after_days_check CHECK ((after_days >= 0))
);

ALTER TABLE public.core_escalationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_escalationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_figure (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    counted_on date NOT NULL,
    part character varying(24) NOT NULL,
    value numeric(20,2) NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL
);

ALTER TABLE public.core_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_file (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    sha256 character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    size_bytes bigint NOT NULL,
    run_id bigint,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);

CREATE TABLE public.core_import (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    name character varying(255) NOT NULL,
    door character varying(16) NOT NULL,
    mapping jsonb NOT NULL,
    unknown jsonb NOT NULL,
    state character varying(24) DEFAULT 'uploaded'::character varying NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    total integer,
    succeeded integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    counts jsonb NOT NULL,
    code character varying(40) DEFAULT ''::character varying NOT NULL,
    detail jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    taken_at timestamp with time zone,
    actor_id bigint,
    company_id bigint NOT NULL,
    file_id bigint NOT NULL,
    job_id bigint,
    rejected_file_id bigint,
    CONSTRAINT core_import_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT core_import_failed_check CHECK ((failed >= 0)),
    CONSTRAINT core_import_position_check CHECK (("position" >= 0)),
    CONSTRAINT core_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::character varying, 'checking'::character varying, 'checked'::character varying, 'taking'::character varying, 'taken'::character varying, 'refused'::character varying]))),
    CONSTRAINT core_import_succeeded_check CHECK ((succeeded >= 0)),
    CONSTRAINT core_import_total_check CHECK ((total >= 0))
);

ALTER TABLE public.core_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_importmapping (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    columns jsonb NOT NULL,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.core_importmapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_importmapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_importrejection (
    id bigint NOT NULL,
    attempt integer NOT NULL,
    "row" integer NOT NULL,
    code character varying(40) NOT NULL,
    field character varying(64) NOT NULL,
    faults jsonb NOT NULL,
    company_id bigint NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT core_importrejection_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT core_importrejection_row_check CHECK (("row" >= 0))
);

ALTER TABLE public.core_importrejection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_importrejection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_job (
    id bigint NOT NULL,
    key uuid NOT NULL,
    kind character varying(40) NOT NULL,
    arguments jsonb NOT NULL,
    language character varying(10) NOT NULL,
    state character varying(24) DEFAULT 'waiting'::character varying NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    total integer,
    succeeded integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    code character varying(40) DEFAULT ''::character varying NOT NULL,
    file_name character varying(120) DEFAULT ''::character varying NOT NULL,
    size_bytes bigint,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    expires_at timestamp with time zone,
    actor_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT core_job_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT core_job_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'running'::character varying, 'done'::character varying, 'failed'::character varying, 'stopped'::character varying])))
);

ALTER TABLE public.core_job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_jobrejection (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    code character varying(40) NOT NULL,
    detail jsonb NOT NULL,
    company_id bigint NOT NULL,
    job_id bigint NOT NULL
);

ALTER TABLE public.core_jobrejection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_jobrejection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_letterhead (
    id bigint NOT NULL,
    part character varying(24) NOT NULL,
    media_type character varying(80) NOT NULL,
    company_id bigint NOT NULL,
    file_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT core_letterhead_part_check CHECK ((part = ANY (ARRAY['logo'::character varying, 'stamp'::character varying])))
);

ALTER TABLE public.core_letterhead ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_letterhead_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_loginentry (
    id bigint NOT NULL,
    what character varying(24) NOT NULL,
    name character varying(150) NOT NULL,
    method character varying(24) NOT NULL,
    door character varying(16) NOT NULL,
    address inet,
    user_agent character varying(160) NOT NULL,
    happened_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    by_id bigint,
    user_id bigint,
    CONSTRAINT core_loginentry_what_check CHECK ((what = ANY (ARRAY['signed_in'::character varying, 'wrong_password'::character varying, 'locked_out'::character varying, 'unlocked'::character varying, 'unknown_person'::character varying, 'signed_out'::character varying, 'sessions_ended'::character varying, 'wrong_code'::character varying, 'code_used'::character varying, 'factor_on'::character varying, 'factor_off'::character varying, 'codes_made'::character varying, 'password_changed'::character varying])))
);

ALTER TABLE public.core_loginentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_loginentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_membership (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role_id integer NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT core_membership_days CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to > valid_from)))
);

ALTER TABLE public.core_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role_id integer NOT NULL,
    valid_from date,
    valid_to date
);

ALTER TABLE public.core_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_message (
    id bigint NOT NULL,
    direction character varying(24) NOT NULL,
    door character varying(16) NOT NULL,
    kind character varying(40) NOT NULL,
    system character varying(80) DEFAULT ''::character varying NOT NULL,
    reference character varying(80) DEFAULT ''::character varying NOT NULL,
    document_kind character varying(24) DEFAULT ''::character varying NOT NULL,
    document_id bigint,
    state character varying(24) NOT NULL,
    tries integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    last_at timestamp with time zone,
    remark character varying(240) DEFAULT ''::character varying NOT NULL,
    address inet,
    host character varying(100) DEFAULT ''::character varying NOT NULL,
    method character varying(8) DEFAULT ''::character varying NOT NULL,
    path character varying(200) DEFAULT ''::character varying NOT NULL,
    query character varying(400) DEFAULT ''::character varying NOT NULL,
    module character varying(24) DEFAULT ''::character varying NOT NULL,
    operation character varying(80) DEFAULT ''::character varying NOT NULL,
    runs bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    status smallint,
    duration_ms integer,
    request_headers jsonb DEFAULT '{}'::jsonb NOT NULL,
    request text DEFAULT ''::text NOT NULL,
    request_bytes bigint DEFAULT 0 NOT NULL,
    request_hash character varying(64) DEFAULT ''::character varying NOT NULL,
    response_headers jsonb DEFAULT '{}'::jsonb NOT NULL,
    response text DEFAULT ''::text NOT NULL,
    response_bytes bigint DEFAULT 0 NOT NULL,
    response_hash character varying(64) DEFAULT ''::character varying NOT NULL,
    key uuid,
    original bytea,
    push_at timestamp with time zone,
    actor_id bigint,
    company_id bigint NOT NULL,
    token_id bigint,
    CONSTRAINT core_message_direction_check CHECK ((direction = ANY (ARRAY['in'::character varying, 'out'::character varying]))),
    CONSTRAINT core_message_ended CHECK (((state = ANY (ARRAY['waiting'::character varying, 'stopped'::character varying])) OR (last_at IS NOT NULL))),
    CONSTRAINT core_message_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'success'::character varying, 'failed'::character varying, 'stopped'::character varying]))),
    CONSTRAINT core_message_status_check CHECK ((status >= 0)),
    CONSTRAINT core_message_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.core_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_notice (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    subject_id bigint NOT NULL,
    level smallint NOT NULL,
    parameters jsonb NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    read_at timestamp with time zone,
    settled_at timestamp with time zone,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_notice_level CHECK ((level = ANY (ARRAY[1, 2]))),
    CONSTRAINT core_notice_level_check CHECK ((level >= 0))
);

ALTER TABLE public.core_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_papertemplate (
    id bigint NOT NULL,
    form character varying(40) NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT core_papertemplate_version_check CHECK ((version >= 0))
);

ALTER TABLE public.core_papertemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_papertemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_parameter (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    value character varying(200) NOT NULL,
    company_id bigint NOT NULL
);

ALTER TABLE public.core_parameter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_parameter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_parameterevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    value character varying(200) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.core_parameterevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_parameterevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_period (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    module character varying(24) NOT NULL,
    month date NOT NULL,
    state character varying(24) NOT NULL,
    CONSTRAINT core_period_module_check CHECK ((module = ANY (ARRAY['sales'::character varying, 'purchasing'::character varying, 'stock'::character varying, 'production'::character varying, 'finance'::character varying]))),
    CONSTRAINT core_period_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.core_period ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_period_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_region (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(12) NOT NULL,
    level character varying(24) NOT NULL,
    parent_id bigint,
    CONSTRAINT core_region_level_check CHECK ((level = ANY (ARRAY['country'::character varying, 'province'::character varying, 'city'::character varying, 'district'::character varying]))),
    CONSTRAINT core_region_tree CHECK (((((level)::text = 'country'::text) AND (parent_id IS NULL)) OR ((parent_id IS NOT NULL) AND (NOT ((level)::text = 'country'::text)))))
);

ALTER TABLE public.core_region ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_region_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_regionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(12) NOT NULL,
    level character varying(24) NOT NULL,
    parent_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_regionevent_level_check CHECK ((level = ANY (ARRAY['country'::character varying, 'province'::character varying, 'city'::character varying, 'district'::character varying])))
);

ALTER TABLE public.core_regionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_regionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_retention (
    log character varying(24) NOT NULL,
    days integer NOT NULL,
    CONSTRAINT core_retention_days_check CHECK ((days >= 0))
);

CREATE TABLE public.core_retentionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    log character varying(24) NOT NULL,
    days integer NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id character varying(24) NOT NULL,
    CONSTRAINT core_retentionevent_days_check CHECK ((days >= 0))
);

ALTER TABLE public.core_retentionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_retentionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_rightschange (
    id bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    subject character varying(24) NOT NULL,
    subject_id bigint NOT NULL,
    what character varying(24) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    actor_id bigint,
    company_id bigint NOT NULL,
    run_id bigint,
    CONSTRAINT core_rightschange_subject_check CHECK ((subject = ANY (ARRAY['person'::character varying, 'role'::character varying, 'matrix'::character varying])))
);

ALTER TABLE public.core_rightschange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_rightschange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_role (
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    group_id integer NOT NULL,
    menu jsonb NOT NULL
);

CREATE TABLE public.core_roleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    menu jsonb NOT NULL,
    group_id integer NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id integer NOT NULL
);

ALTER TABLE public.core_roleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_roleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_run (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    key uuid NOT NULL,
    operation character varying(80) NOT NULL,
    arguments_hash character varying(64) NOT NULL,
    actor_id bigint,
    door character varying(16) NOT NULL,
    counts jsonb NOT NULL,
    started_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    duration_ms integer
);
ALTER TABLE ONLY public.core_run ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.core_run ALTER COLUMN arguments_hash SET STATISTICS 0;
ALTER TABLE ONLY public.core_run ALTER COLUMN counts SET STATISTICS 0;
ALTER TABLE ONLY public.core_run ALTER COLUMN started_at SET STATISTICS 0;
ALTER TABLE ONLY public.core_run ALTER COLUMN duration_ms SET STATISTICS 0;

ALTER TABLE public.core_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_savedview (
    id bigint NOT NULL,
    list_code character varying(40) NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(1000) NOT NULL,
    is_shared boolean NOT NULL,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.core_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_seal (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    previous_hash character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    signature character varying(88) NOT NULL,
    public_key character varying(44) NOT NULL,
    reach bigint NOT NULL,
    next bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT core_seal_hash CHECK (((hash)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT core_seal_kind_check CHECK ((kind = ANY (ARRAY['rows'::character varying, 'pruned'::character varying])))
);

ALTER TABLE public.core_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_sealpart (
    id bigint NOT NULL,
    source character varying(63) NOT NULL,
    columns text NOT NULL,
    ids text NOT NULL,
    above bigint NOT NULL,
    top bigint NOT NULL,
    rows integer NOT NULL,
    hash character varying(64) NOT NULL,
    marks bytea NOT NULL,
    seal_id bigint NOT NULL
);

ALTER TABLE public.core_sealpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_sealpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_secondfactorrule (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    role_id integer
);

ALTER TABLE public.core_secondfactorrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_secondfactorrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_secondfactorruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    role_id integer
);

ALTER TABLE public.core_secondfactorruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_secondfactorruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_timeline (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    code character varying(40) NOT NULL,
    bucket bigint NOT NULL,
    documents bigint[] NOT NULL
);
ALTER TABLE ONLY public.core_timeline ALTER COLUMN documents SET STATISTICS 0;

ALTER TABLE public.core_timeline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_timeline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_unit (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    kind character varying(24) NOT NULL,
    code character varying(24) NOT NULL,
    parent_id bigint,
    CONSTRAINT core_unit_kind_check CHECK ((kind = ANY (ARRAY['department'::character varying, 'shop'::character varying])))
);

ALTER TABLE public.core_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_unitevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    kind character varying(24) NOT NULL,
    code character varying(24) NOT NULL,
    parent_id bigint,
    CONSTRAINT core_unitevent_kind_check CHECK ((kind = ANY (ARRAY['department'::character varying, 'shop'::character varying])))
);

ALTER TABLE public.core_unitevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_unitevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    language character varying(10) NOT NULL,
    company_id bigint,
    partner character varying(24) NOT NULL,
    CONSTRAINT core_user_partner CHECK ((((partner)::text = ''::text) OR ((NOT is_staff) AND (NOT is_superuser))))
);

CREATE TABLE public.core_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.core_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.core_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.core_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_verdict (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    document_id bigint NOT NULL,
    code character varying(40) NOT NULL,
    detail jsonb NOT NULL
);
ALTER TABLE ONLY public.core_verdict ALTER COLUMN detail SET STATISTICS 0;

ALTER TABLE public.core_verdict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_webhook (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    url character varying(400) NOT NULL,
    kinds character varying(40)[] NOT NULL,
    state character varying(24) DEFAULT 'active'::character varying NOT NULL,
    off_reason character varying(24) DEFAULT ''::character varying NOT NULL,
    nonce character varying(64) NOT NULL,
    old_nonce character varying(64) DEFAULT ''::character varying NOT NULL,
    old_ends_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    CONSTRAINT core_webhook_kinds CHECK ((
CASE
    WHEN (kinds IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(kinds, 1), 0)
END > 0)),
    CONSTRAINT core_webhook_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'paused'::character varying, 'off'::character varying])))
);

ALTER TABLE public.core_webhook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_webhook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_webhookdelivery (
    id bigint NOT NULL,
    part smallint NOT NULL,
    key uuid DEFAULT gen_random_uuid() NOT NULL,
    state character varying(24) DEFAULT 'waiting'::character varying NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    first_tried_at timestamp with time zone,
    next_try_at timestamp with time zone DEFAULT statement_timestamp(),
    lease_ends_at timestamp with time zone,
    last_tried_at timestamp with time zone,
    last_status smallint,
    fault character varying(24) DEFAULT ''::character varying NOT NULL,
    duration_ms integer,
    company_id bigint NOT NULL,
    webhook_id bigint NOT NULL,
    message_id bigint NOT NULL,
    CONSTRAINT core_webhookdelivery_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT core_webhookdelivery_last_status_check CHECK ((last_status >= 0)),
    CONSTRAINT core_webhookdelivery_next CHECK (((NOT ((state)::text = 'waiting'::text)) OR (next_try_at IS NOT NULL))),
    CONSTRAINT core_webhookdelivery_part_check CHECK ((part >= 0)),
    CONSTRAINT core_webhookdelivery_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'delivered'::character varying, 'failed'::character varying])))
);

ALTER TABLE public.core_webhookdelivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_webhookdelivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_webhookevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    url character varying(400) NOT NULL,
    kinds character varying(40)[] NOT NULL,
    state character varying(24) DEFAULT 'active'::character varying NOT NULL,
    off_reason character varying(24) DEFAULT ''::character varying NOT NULL,
    old_ends_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT core_webhookevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'paused'::character varying, 'off'::character varying])))
);

ALTER TABLE public.core_webhookevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_webhookevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_webhookmessage (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    documents bigint[] NOT NULL,
    numbers character varying(40)[] NOT NULL,
    happened_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.core_webhookmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_webhookmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_work (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    key uuid NOT NULL,
    number integer NOT NULL,
    document_ids bigint[] NOT NULL,
    state character varying(24) DEFAULT 'waiting'::character varying NOT NULL,
    CONSTRAINT core_work_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'done'::character varying, 'set_aside'::character varying])))
);

ALTER TABLE public.core_work ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_work_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.finance_account (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(20) NOT NULL,
    kind character varying(24) NOT NULL,
    parent_id bigint,
    is_group boolean NOT NULL,
    state character varying(24) NOT NULL,
    currency_id character varying(3),
    CONSTRAINT finance_account_kind_check CHECK ((kind = ANY (ARRAY['asset'::character varying, 'liability'::character varying, 'equity'::character varying, 'cost'::character varying, 'income'::character varying, 'expense'::character varying]))),
    CONSTRAINT finance_account_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_accountbalance (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    account_id bigint NOT NULL,
    month date NOT NULL,
    debit numeric(20,2) NOT NULL,
    credit numeric(20,2) NOT NULL,
    CONSTRAINT finance_balance_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

ALTER TABLE public.finance_accountbalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accountbalance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_accountdimension (
    id bigint NOT NULL,
    dimension character varying(24) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_accountdimension_dimension_check CHECK ((dimension = ANY (ARRAY['party'::character varying, 'department'::character varying, 'shop'::character varying, 'project'::character varying, 'item'::character varying, 'employee'::character varying, 'cash_item'::character varying])))
);

ALTER TABLE public.finance_accountdimension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accountdimension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_accountdimensionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    dimension character varying(24) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_accountdimensionevent_dimension_check CHECK ((dimension = ANY (ARRAY['party'::character varying, 'department'::character varying, 'shop'::character varying, 'project'::character varying, 'item'::character varying, 'employee'::character varying, 'cash_item'::character varying])))
);

ALTER TABLE public.finance_accountdimensionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accountdimensionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_accountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(20) NOT NULL,
    kind character varying(24) NOT NULL,
    parent_id bigint,
    is_group boolean NOT NULL,
    state character varying(24) NOT NULL,
    currency_id character varying(3),
    CONSTRAINT finance_accountevent_kind_check CHECK ((kind = ANY (ARRAY['asset'::character varying, 'liability'::character varying, 'equity'::character varying, 'cost'::character varying, 'income'::character varying, 'expense'::character varying]))),
    CONSTRAINT finance_accountevent_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_accountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_accountstatement (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    opening numeric(20,2) NOT NULL,
    closing numeric(20,2) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    sent_on date,
    stated_amount numeric(20,2),
    answered_on date,
    answer character varying(240) DEFAULT ''::character varying NOT NULL,
    cleared_because character varying(240) DEFAULT ''::character varying NOT NULL,
    company_id bigint NOT NULL,
    owner_id bigint,
    party_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_accountstatement_answer CHECK ((((answered_on IS NULL) AND (state = ANY (ARRAY['draft'::character varying, 'sent'::character varying])) AND (stated_amount IS NULL)) OR ((answered_on IS NOT NULL) AND ((state)::text = 'agreed'::text) AND (stated_amount = closing)) OR ((answered_on IS NOT NULL) AND (state = ANY (ARRAY['differs'::character varying, 'cleared'::character varying])) AND (NOT ((stated_amount = closing) AND (stated_amount IS NOT NULL)))))),
    CONSTRAINT finance_accountstatement_cleared CHECK (((((state)::text = 'cleared'::text) AND (NOT ((cleared_because)::text = ''::text))) OR ((NOT ((state)::text = 'cleared'::text)) AND ((cleared_because)::text = ''::text)))),
    CONSTRAINT finance_accountstatement_days CHECK ((first_on <= last_on)),
    CONSTRAINT finance_accountstatement_sent CHECK ((((sent_on IS NULL) AND ((state)::text = 'draft'::text)) OR ((NOT ((state)::text = 'draft'::text)) AND (sent_on IS NOT NULL)))),
    CONSTRAINT finance_accountstatement_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'sent'::character varying, 'agreed'::character varying, 'differs'::character varying, 'cleared'::character varying])))
);

CREATE TABLE public.finance_allocationline (
    id bigint NOT NULL,
    source_amount numeric(20,2) NOT NULL,
    weight numeric(20,6) NOT NULL,
    weights numeric(20,6) NOT NULL,
    amount numeric(20,2) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    target_account_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    allocation_id bigint NOT NULL
);

ALTER TABLE public.finance_allocationline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_allocationline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_allocationrule (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    sequence smallint NOT NULL,
    basis character varying(24) NOT NULL,
    statistic character varying(24) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    state character varying(24) NOT NULL,
    basis_account_id bigint,
    company_id bigint NOT NULL,
    source_account_id bigint NOT NULL,
    source_unit_id bigint,
    target_account_id bigint,
    CONSTRAINT finance_allocationrule_basis CHECK (((((basis)::text = 'shares'::text) AND (basis_account_id IS NULL) AND ((statistic)::text = ''::text)) OR (((basis)::text = 'statistic'::text) AND (basis_account_id IS NULL) AND (NOT ((statistic)::text = ''::text))) OR (((basis)::text = 'account'::text) AND (basis_account_id IS NOT NULL) AND ((statistic)::text = ''::text)))),
    CONSTRAINT finance_allocationrule_basis_check CHECK ((basis = ANY (ARRAY['shares'::character varying, 'statistic'::character varying, 'account'::character varying]))),
    CONSTRAINT finance_allocationrule_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT finance_allocationrule_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'off'::character varying]))),
    CONSTRAINT finance_allocationrule_valid CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);

ALTER TABLE public.finance_allocationrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_allocationrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_allocationruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    sequence smallint NOT NULL,
    basis character varying(24) NOT NULL,
    statistic character varying(24) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    state character varying(24) NOT NULL,
    basis_account_id bigint,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    source_account_id bigint NOT NULL,
    source_unit_id bigint,
    target_account_id bigint,
    CONSTRAINT finance_allocationruleevent_basis_check CHECK ((basis = ANY (ARRAY['shares'::character varying, 'statistic'::character varying, 'account'::character varying]))),
    CONSTRAINT finance_allocationruleevent_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT finance_allocationruleevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'off'::character varying])))
);

ALTER TABLE public.finance_allocationruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_allocationruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_allocationrun (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    month date NOT NULL,
    state character varying(24) NOT NULL,
    amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    reversal_id bigint,
    rule_id bigint NOT NULL,
    run_id bigint NOT NULL,
    voucher_id bigint NOT NULL,
    CONSTRAINT finance_allocationrun_reversal CHECK ((((reversal_id IS NULL) AND ((state)::text = 'posted'::text)) OR ((reversal_id IS NOT NULL) AND ((state)::text = 'reversed'::text)))),
    CONSTRAINT finance_allocationrun_state_check CHECK ((state = ANY (ARRAY['posted'::character varying, 'reversed'::character varying])))
);

CREATE TABLE public.finance_allocationtarget (
    id bigint NOT NULL,
    share numeric(12,6),
    company_id bigint NOT NULL,
    rule_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT finance_allocationtarget_share CHECK (((share IS NULL) OR (share >= (0)::numeric)))
);

ALTER TABLE public.finance_allocationtarget ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_allocationtarget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_allocationtargetevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    share numeric(12,6),
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    rule_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.finance_allocationtargetevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_allocationtargetevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankaccount (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    bank_name character varying(120) NOT NULL,
    bank_code character varying(20) NOT NULL,
    number character varying(34) NOT NULL,
    holder character varying(120) NOT NULL,
    state character varying(24) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    owner_id bigint,
    gateway_id bigint,
    CONSTRAINT finance_bankaccount_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_bankaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankaccountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    bank_name character varying(120) NOT NULL,
    bank_code character varying(20) NOT NULL,
    number character varying(34) NOT NULL,
    holder character varying(120) NOT NULL,
    state character varying(24) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    owner_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    gateway_id bigint,
    CONSTRAINT finance_bankaccountevent_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_bankaccountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankaccountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankgateway (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    url character varying(200) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_bankgateway_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'off'::character varying])))
);

ALTER TABLE public.finance_bankgateway ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankgateway_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankgatewayevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    url character varying(200) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_bankgatewayevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'off'::character varying])))
);

ALTER TABLE public.finance_bankgatewayevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankgatewayevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankline (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    ordinal integer NOT NULL,
    booked_on date NOT NULL,
    amount numeric(20,2) NOT NULL,
    reference character varying(64) NOT NULL,
    end_to_end character varying(35) DEFAULT ''::character varying NOT NULL,
    code character varying(24) DEFAULT ''::character varying NOT NULL,
    counterparty character varying(140) DEFAULT ''::character varying NOT NULL,
    counterparty_account character varying(34) DEFAULT ''::character varying NOT NULL,
    text character varying(200) DEFAULT ''::character varying NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    use character varying(24),
    way character varying(24),
    document_id bigint,
    bank_account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    owner_id bigint,
    party_id bigint,
    statement_id bigint NOT NULL,
    note character varying(240) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT finance_bankline_amount CHECK ((NOT (amount = (0)::numeric))),
    CONSTRAINT finance_bankline_booked CHECK (((NOT (((use)::text = 'booked'::text) AND (use IS NOT NULL))) OR (document_id IS NOT NULL))),
    CONSTRAINT finance_bankline_in CHECK (((NOT ((use = ANY (ARRAY['receipt'::character varying, 'customer'::character varying])) AND (use IS NOT NULL))) OR (amount > (0)::numeric))),
    CONSTRAINT finance_bankline_matched CHECK (((((state)::text = 'open'::text) AND (use IS NULL)) OR (((state)::text = 'matched'::text) AND (use IS NOT NULL) AND (way IS NOT NULL)))),
    CONSTRAINT finance_bankline_out CHECK (((NOT ((use = ANY (ARRAY['refund'::character varying, 'prepaid'::character varying])) AND (use IS NOT NULL))) OR ((amount < (0)::numeric) AND (party_id IS NOT NULL)))),
    CONSTRAINT finance_bankline_payment CHECK (((NOT (((use)::text = 'payment'::text) AND (use IS NOT NULL))) OR ((amount < (0)::numeric) AND (document_id IS NOT NULL)))),
    CONSTRAINT finance_bankline_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'matched'::character varying]))),
    CONSTRAINT finance_bankline_use_check CHECK ((use = ANY (ARRAY['receipt'::character varying, 'customer'::character varying, 'payment'::character varying, 'fee'::character varying, 'interest'::character varying, 'transfer'::character varying, 'refund'::character varying, 'prepaid'::character varying, 'booked'::character varying]))),
    CONSTRAINT finance_bankline_way_check CHECK ((way = ANY (ARRAY['reference'::character varying, 'party'::character varying, 'rule'::character varying, 'code'::character varying, 'hand'::character varying])))
);

CREATE TABLE public.finance_bankmapping (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    columns jsonb NOT NULL,
    day_format character varying(24) NOT NULL,
    company_id bigint NOT NULL
);

ALTER TABLE public.finance_bankmapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankmapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankmappingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    columns jsonb NOT NULL,
    day_format character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.finance_bankmappingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankmappingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankmessage (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    kind character varying(24) NOT NULL,
    key uuid DEFAULT gen_random_uuid() NOT NULL,
    state character varying(24) DEFAULT 'waiting'::character varying NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    next_try_at timestamp with time zone DEFAULT statement_timestamp(),
    lease_ends_at timestamp with time zone,
    last_tried_at timestamp with time zone,
    last_status smallint,
    fault character varying(24) DEFAULT ''::character varying NOT NULL,
    answer_sha256 character varying(64) DEFAULT ''::character varying NOT NULL,
    company_id bigint NOT NULL,
    gateway_id bigint NOT NULL,
    payment_run_id bigint,
    CONSTRAINT finance_bankmessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT finance_bankmessage_kind CHECK (((((kind)::text = 'pay'::text) AND (payment_run_id IS NOT NULL)) OR (((kind)::text = 'fetch'::text) AND (payment_run_id IS NULL)))),
    CONSTRAINT finance_bankmessage_kind_check CHECK ((kind = ANY (ARRAY['pay'::character varying, 'fetch'::character varying]))),
    CONSTRAINT finance_bankmessage_last_status_check CHECK ((last_status >= 0)),
    CONSTRAINT finance_bankmessage_next CHECK (((NOT ((state)::text = 'waiting'::text)) OR (next_try_at IS NOT NULL))),
    CONSTRAINT finance_bankmessage_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'answered'::character varying, 'failed'::character varying, 'withdrawn'::character varying])))
);

CREATE TABLE public.finance_bankreceipt (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    bank_number character varying(64) NOT NULL,
    reference character varying(120) NOT NULL,
    payer character varying(120) DEFAULT ''::character varying NOT NULL,
    amount numeric(20,2) NOT NULL,
    received_on date NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    document_id bigint,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_bankreceipt_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'tied'::character varying]))),
    CONSTRAINT finance_receipt_amount CHECK ((amount > (0)::numeric)),
    CONSTRAINT finance_receipt_tied CHECK ((((document_id IS NULL) AND ((state)::text = 'open'::text)) OR ((document_id IS NOT NULL) AND ((state)::text = 'tied'::text))))
);

CREATE TABLE public.finance_bankreceived (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number bigint NOT NULL,
    name character varying(24) NOT NULL,
    sha256 character varying(64) NOT NULL,
    state character varying(24) NOT NULL,
    fault character varying(200) DEFAULT ''::character varying NOT NULL,
    received_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    gateway_id bigint NOT NULL,
    CONSTRAINT finance_bankreceived_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'taken'::character varying, 'refused'::character varying])))
);

CREATE TABLE public.finance_bankrule (
    id bigint NOT NULL,
    pattern character varying(120) NOT NULL,
    direction character varying(24) NOT NULL,
    use character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    made_by_id bigint,
    party_id bigint,
    CONSTRAINT finance_bankrule_direction_check CHECK ((direction = ANY (ARRAY['in'::character varying, 'out'::character varying]))),
    CONSTRAINT finance_bankrule_out CHECK (((NOT (use = ANY (ARRAY['refund'::character varying, 'prepaid'::character varying]))) OR (((direction)::text = 'out'::text) AND (party_id IS NOT NULL)))),
    CONSTRAINT finance_bankrule_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'off'::character varying]))),
    CONSTRAINT finance_bankrule_text CHECK ((NOT ((pattern)::text = ''::text))),
    CONSTRAINT finance_bankrule_use_check CHECK ((use = ANY (ARRAY['receipt'::character varying, 'customer'::character varying, 'fee'::character varying, 'interest'::character varying, 'transfer'::character varying, 'refund'::character varying, 'prepaid'::character varying])))
);

ALTER TABLE public.finance_bankrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pattern character varying(120) NOT NULL,
    direction character varying(24) NOT NULL,
    use character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    made_by_id bigint,
    party_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_bankruleevent_direction_check CHECK ((direction = ANY (ARRAY['in'::character varying, 'out'::character varying]))),
    CONSTRAINT finance_bankruleevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'off'::character varying]))),
    CONSTRAINT finance_bankruleevent_use_check CHECK ((use = ANY (ARRAY['receipt'::character varying, 'customer'::character varying, 'fee'::character varying, 'interest'::character varying, 'transfer'::character varying, 'refund'::character varying, 'prepaid'::character varying])))
);

ALTER TABLE public.finance_bankruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bankruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_bankstatement (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    sequence integer NOT NULL,
    source character varying(24) NOT NULL,
    stated_on date NOT NULL,
    opening numeric(20,2) NOT NULL,
    closing numeric(20,2) NOT NULL,
    lines integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    bank_account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    year integer NOT NULL,
    CONSTRAINT finance_bankstatement_source_check CHECK ((source = ANY (ARRAY['camt'::character varying, 'csv'::character varying])))
);

CREATE TABLE public.finance_budget (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    code character varying(24) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(24) NOT NULL,
    control character varying(24) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    owner_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT finance_budget_control_check CHECK ((control = ANY (ARRAY['refuse'::character varying, 'warn'::character varying, 'none'::character varying]))),
    CONSTRAINT finance_budget_days CHECK ((ends_on >= starts_on)),
    CONSTRAINT finance_budget_kind_check CHECK ((kind = ANY (ARRAY['account'::character varying, 'department'::character varying, 'incentive'::character varying]))),
    CONSTRAINT finance_budget_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

CREATE TABLE public.finance_budgetbalance (
    line_id bigint NOT NULL,
    total_amount numeric(20,2) DEFAULT 0 NOT NULL,
    reserved_amount numeric(20,2) DEFAULT 0 NOT NULL,
    used_amount numeric(20,2) DEFAULT 0 NOT NULL,
    overdrawn_amount numeric(20,2) DEFAULT 0 NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_budgetbalance_signs CHECK (((overdrawn_amount >= (0)::numeric) AND (reserved_amount >= (0)::numeric) AND (total_amount >= (0)::numeric))),
    CONSTRAINT finance_budgetbalance_total CHECK ((reserved_amount <= ((total_amount + overdrawn_amount) - used_amount)))
);

CREATE TABLE public.finance_budgetchange (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number integer NOT NULL,
    reason character varying(240) NOT NULL,
    state character varying(24) NOT NULL,
    amount numeric(20,2) NOT NULL,
    before_amount numeric(20,2) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    asked_by_id bigint,
    budget_id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_budgetchange_state_check CHECK ((state = ANY (ARRAY['asked'::character varying, 'set'::character varying, 'rejected'::character varying])))
);

CREATE TABLE public.finance_budgetchangeline (
    id bigint NOT NULL,
    before_amount numeric(20,2) NOT NULL,
    amount numeric(20,2) NOT NULL,
    change_id bigint NOT NULL,
    company_id bigint NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT finance_budgetchangeline_amount CHECK ((amount >= (0)::numeric))
);

ALTER TABLE public.finance_budgetchangeline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_budgetchangeline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_budgetentry (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    number character varying(40) DEFAULT ''::character varying NOT NULL,
    amount numeric(20,2) NOT NULL,
    fact_on date NOT NULL,
    company_id bigint NOT NULL,
    line_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_budgetentry_kind_check CHECK ((kind = ANY (ARRAY['reserve'::character varying, 'release'::character varying, 'use'::character varying, 'reverse'::character varying, 'adjust'::character varying])))
);

ALTER TABLE public.finance_budgetentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_budgetentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_budgetline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    month date,
    category character varying(40) DEFAULT ''::character varying NOT NULL,
    channel character varying(40) DEFAULT ''::character varying NOT NULL,
    beneficiary character varying(60) DEFAULT ''::character varying NOT NULL,
    name character varying(60) DEFAULT ''::character varying NOT NULL,
    account_id bigint,
    budget_id bigint NOT NULL,
    company_id bigint NOT NULL,
    project_id bigint,
    unit_id bigint,
    CONSTRAINT finance_budgetline_for CHECK (((account_id IS NOT NULL) OR (NOT ((name)::text = ''::text)))),
    CONSTRAINT finance_budgetline_month CHECK (((month IS NULL) OR (EXTRACT(day FROM month) = (1)::numeric)))
);

CREATE TABLE public.finance_budgetreading (
    id bigint NOT NULL,
    lines integer NOT NULL,
    company_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);

ALTER TABLE public.finance_budgetreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_budgetreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_budgetthreshold (
    id bigint NOT NULL,
    used_pct smallint NOT NULL,
    action character varying(24) NOT NULL,
    rate_pct numeric(5,2),
    budget_id bigint,
    company_id bigint NOT NULL,
    CONSTRAINT finance_budgetthreshold_action_check CHECK ((action = ANY (ARRAY['tell'::character varying, 'stop'::character varying, 'lower'::character varying]))),
    CONSTRAINT finance_budgetthreshold_pct CHECK ((used_pct >= 1)),
    CONSTRAINT finance_budgetthreshold_rate CHECK (((((action)::text = 'lower'::text) AND (rate_pct >= (0)::numeric) AND (rate_pct < (100)::numeric)) OR ((NOT ((action)::text = 'lower'::text)) AND (rate_pct IS NULL)))),
    CONSTRAINT finance_budgetthreshold_used_pct_check CHECK ((used_pct >= 0))
);

ALTER TABLE public.finance_budgetthreshold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_budgetthreshold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_budgetthresholdevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    used_pct smallint NOT NULL,
    action character varying(24) NOT NULL,
    rate_pct numeric(5,2),
    budget_id bigint,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_budgetthresholdevent_action_check CHECK ((action = ANY (ARRAY['tell'::character varying, 'stop'::character varying, 'lower'::character varying]))),
    CONSTRAINT finance_budgetthresholdevent_used_pct_check CHECK ((used_pct >= 0))
);

ALTER TABLE public.finance_budgetthresholdevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_budgetthresholdevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_cashaccount (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL
);

ALTER TABLE public.finance_cashaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_cashaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_cashbalance (
    id bigint NOT NULL,
    month date NOT NULL,
    amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    item_id bigint,
    CONSTRAINT finance_cashbalance_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

ALTER TABLE public.finance_cashbalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_cashbalance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_cashitemrule (
    id bigint NOT NULL,
    event_kind character varying(40) NOT NULL,
    component character varying(40) NOT NULL,
    account_id bigint,
    company_id bigint NOT NULL,
    item_in_id bigint NOT NULL,
    item_out_id bigint NOT NULL,
    CONSTRAINT finance_cashitemrule_one CHECK ((((account_id IS NULL) AND (NOT ((event_kind)::text = ''::text)) AND (NOT ((component)::text = ''::text))) OR ((account_id IS NOT NULL) AND ((component)::text = ''::text) AND ((event_kind)::text = ''::text))))
);

ALTER TABLE public.finance_cashitemrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_cashitemrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_cashitemruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    event_kind character varying(40) NOT NULL,
    component character varying(40) NOT NULL,
    account_id bigint,
    company_id bigint NOT NULL,
    item_in_id bigint NOT NULL,
    item_out_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.finance_cashitemruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_cashitemruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_cashmove (
    id bigint NOT NULL,
    month date NOT NULL,
    amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    counter_id bigint,
    item_id bigint,
    run_id bigint,
    voucher_id bigint NOT NULL
);

ALTER TABLE public.finance_cashmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_cashmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_close (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    month date NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_close_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT finance_close_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

CREATE TABLE public.finance_closepolicy (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    value integer NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_closepolicy_value_check CHECK ((value >= 0))
);

ALTER TABLE public.finance_closepolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_closepolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_closepolicyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    value integer NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_closepolicyevent_value_check CHECK ((value >= 0))
);

ALTER TABLE public.finance_closepolicyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_closepolicyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_closereport (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    revision integer NOT NULL,
    state character varying(24) DEFAULT 'valid'::character varying NOT NULL,
    sha256 character varying(64) NOT NULL,
    previous_sha256 character varying(64) DEFAULT ''::character varying NOT NULL,
    journal_sha256 character varying(64) NOT NULL,
    reason character varying(240) DEFAULT ''::character varying NOT NULL,
    carried_id bigint,
    close_id bigint NOT NULL,
    company_id bigint NOT NULL,
    file_id bigint NOT NULL,
    run_id bigint NOT NULL,
    superseded_run_id bigint,
    CONSTRAINT finance_closereport_reason CHECK (((((reason)::text = ''::text) AND ((state)::text = 'valid'::text)) OR (((state)::text = 'superseded'::text) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT finance_closereport_state_check CHECK ((state = ANY (ARRAY['valid'::character varying, 'superseded'::character varying])))
);

CREATE TABLE public.finance_closestep (
    id bigint NOT NULL,
    step character varying(24) NOT NULL,
    close_id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.finance_closestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_closestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_countedvoucher (
    voucher_id bigint NOT NULL,
    company_id bigint NOT NULL
);

CREATE TABLE public.finance_creditbalance (
    id bigint NOT NULL,
    share character varying(24) NOT NULL,
    exposure_amount numeric(20,2) DEFAULT 0 NOT NULL,
    limit_amount numeric(20,2) DEFAULT 0 NOT NULL,
    released_amount numeric(20,2) DEFAULT 0 NOT NULL,
    overdrawn_amount numeric(20,2) DEFAULT 0 NOT NULL,
    company_id bigint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT finance_creditbalance_limit CHECK ((exposure_amount <= ((limit_amount + released_amount) + overdrawn_amount))),
    CONSTRAINT finance_creditbalance_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying]))),
    CONSTRAINT finance_creditbalance_signs CHECK (((limit_amount >= (0)::numeric) AND (overdrawn_amount >= (0)::numeric) AND (released_amount >= (0)::numeric)))
);

ALTER TABLE public.finance_creditbalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditbalance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditentry (
    id bigint NOT NULL,
    share character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    document_kind character varying(16) NOT NULL,
    document_id bigint NOT NULL,
    amount numeric(20,2) NOT NULL,
    rate numeric(20,10) NOT NULL,
    delta_amount numeric(20,2) NOT NULL,
    fact_on date NOT NULL,
    due_on date,
    company_id bigint NOT NULL,
    party_id bigint,
    run_id bigint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT finance_creditentry_kind_check CHECK ((kind = ANY (ARRAY['contract'::character varying, 'order'::character varying, 'shipment'::character varying, 'invoice'::character varying, 'payment'::character varying, 'bounce'::character varying, 'adjustment'::character varying, 'rate'::character varying, 'limit'::character varying, 'release'::character varying]))),
    CONSTRAINT finance_creditentry_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying])))
);

ALTER TABLE public.finance_creditentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditgroup (
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    code character varying(24) NOT NULL,
    stops_overdrawn boolean NOT NULL,
    overdue_days smallint,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    owner_id bigint,
    CONSTRAINT finance_creditgroup_overdue_days_check CHECK ((overdue_days >= 0)),
    CONSTRAINT finance_creditgroup_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'closed'::character varying])))
);

CREATE TABLE public.finance_creditgroupevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    code character varying(24) NOT NULL,
    stops_overdrawn boolean NOT NULL,
    overdue_days smallint,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    owner_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_creditgroupevent_overdue_days_check CHECK ((overdue_days >= 0)),
    CONSTRAINT finance_creditgroupevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_creditgroupevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditgroupevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditlimit (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    share character varying(24) NOT NULL,
    amount numeric(20,2) NOT NULL,
    before_amount numeric(20,2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    reason character varying(240) NOT NULL,
    state character varying(24) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    asked_by_id bigint,
    company_id bigint NOT NULL,
    group_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_creditlimit_amount CHECK (((amount >= (0)::numeric) AND ((valid_to IS NULL) OR (valid_to > valid_from)))),
    CONSTRAINT finance_creditlimit_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying]))),
    CONSTRAINT finance_creditlimit_state_check CHECK ((state = ANY (ARRAY['asked'::character varying, 'set'::character varying, 'rejected'::character varying])))
);

CREATE TABLE public.finance_creditposition (
    id bigint NOT NULL,
    share character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    amount numeric(20,2) DEFAULT 0 NOT NULL,
    delta_amount numeric(20,2) DEFAULT 0 NOT NULL,
    company_id bigint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT finance_creditposition_kind_check CHECK ((kind = ANY (ARRAY['contract'::character varying, 'order'::character varying, 'shipment'::character varying, 'invoice'::character varying, 'payment'::character varying, 'bounce'::character varying, 'adjustment'::character varying, 'rate'::character varying, 'limit'::character varying, 'release'::character varying]))),
    CONSTRAINT finance_creditposition_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying])))
);

ALTER TABLE public.finance_creditposition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditposition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditreading (
    id bigint NOT NULL,
    lines integer NOT NULL,
    company_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);

ALTER TABLE public.finance_creditreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditrelease (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    share character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    amount numeric(20,2) NOT NULL,
    reason character varying(240) NOT NULL,
    expires_on date NOT NULL,
    state character varying(24) DEFAULT 'active'::character varying NOT NULL,
    company_id bigint NOT NULL,
    ended_run_id bigint,
    group_id bigint NOT NULL,
    released_by_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT finance_creditrelease_amount CHECK ((amount >= (0)::numeric)),
    CONSTRAINT finance_creditrelease_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying]))),
    CONSTRAINT finance_creditrelease_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'expired'::character varying, 'ended'::character varying])))
);

CREATE TABLE public.finance_creditterm (
    id bigint NOT NULL,
    share character varying(24) NOT NULL,
    method character varying(24) NOT NULL,
    credit_days smallint NOT NULL,
    group_id bigint NOT NULL,
    party_id bigint NOT NULL,
    CONSTRAINT finance_creditterm_credit_days_check CHECK ((credit_days >= 0)),
    CONSTRAINT finance_creditterm_method_check CHECK ((method = ANY (ARRAY['prepaid'::character varying, 'on_account'::character varying, 'collection'::character varying]))),
    CONSTRAINT finance_creditterm_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying])))
);

ALTER TABLE public.finance_creditterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_credittermevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    share character varying(24) NOT NULL,
    method character varying(24) NOT NULL,
    credit_days smallint NOT NULL,
    group_id bigint NOT NULL,
    party_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_credittermevent_credit_days_check CHECK ((credit_days >= 0)),
    CONSTRAINT finance_credittermevent_method_check CHECK ((method = ANY (ARRAY['prepaid'::character varying, 'on_account'::character varying, 'collection'::character varying]))),
    CONSTRAINT finance_credittermevent_share_check CHECK ((share = ANY (ARRAY['trade'::character varying, 'consignment'::character varying])))
);

ALTER TABLE public.finance_credittermevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_credittermevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditthreshold (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    value smallint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_creditthreshold_kind_check CHECK ((kind = ANY (ARRAY['usage_pct'::character varying, 'days_before_due'::character varying]))),
    CONSTRAINT finance_creditthreshold_value_check CHECK ((value >= 0))
);

ALTER TABLE public.finance_creditthreshold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditthreshold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_creditthresholdevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    value smallint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_creditthresholdevent_kind_check CHECK ((kind = ANY (ARRAY['usage_pct'::character varying, 'days_before_due'::character varying]))),
    CONSTRAINT finance_creditthresholdevent_value_check CHECK ((value >= 0))
);

ALTER TABLE public.finance_creditthresholdevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_creditthresholdevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_currencybalance (
    id bigint NOT NULL,
    month date NOT NULL,
    debit numeric(20,2) NOT NULL,
    credit numeric(20,2) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_currencybalance_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

ALTER TABLE public.finance_currencybalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_currencybalance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_currencyline (
    id bigint NOT NULL,
    month date NOT NULL,
    amount numeric(20,2) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL
);

CREATE TABLE public.finance_dimensiontotal (
    id bigint NOT NULL,
    dimension character varying(24) NOT NULL,
    month date NOT NULL,
    value_id bigint NOT NULL,
    debit numeric(20,2) NOT NULL,
    credit numeric(20,2) NOT NULL,
    lines integer NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_dimensiontotal_dimension_check CHECK ((dimension = ANY (ARRAY['party'::character varying, 'unit'::character varying, 'category'::character varying, 'project'::character varying, 'employee'::character varying]))),
    CONSTRAINT finance_dimensiontotal_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

ALTER TABLE public.finance_dimensiontotal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_dimensiontotal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_dimensionvalue (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    dimension character varying(24) NOT NULL,
    code character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_dimensionvalue_dimension_check CHECK ((dimension = ANY (ARRAY['project'::character varying, 'employee'::character varying, 'cash_item'::character varying]))),
    CONSTRAINT finance_dimensionvalue_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_dimensionvalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_dimensionvalue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_dimensionvalueevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    dimension character varying(24) NOT NULL,
    code character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_dimensionvalueevent_dimension_check CHECK ((dimension = ANY (ARRAY['project'::character varying, 'employee'::character varying, 'cash_item'::character varying]))),
    CONSTRAINT finance_dimensionvalueevent_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_dimensionvalueevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_dimensionvalueevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_dunningitem (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    level smallint NOT NULL,
    due_on date NOT NULL,
    amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    letter_id bigint NOT NULL,
    CONSTRAINT finance_dunningitem_level_check CHECK ((level >= 0))
);

ALTER TABLE public.finance_dunningitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_dunningitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_dunningletter (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    level smallint NOT NULL,
    amount numeric(20,2) NOT NULL,
    written_on date NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    sent_on date,
    company_id bigint NOT NULL,
    party_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_dunningletter_level_check CHECK ((level >= 0)),
    CONSTRAINT finance_dunningletter_sent CHECK ((((sent_on IS NULL) AND ((state)::text = 'draft'::text)) OR ((sent_on IS NOT NULL) AND ((state)::text = 'sent'::text)))),
    CONSTRAINT finance_dunningletter_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'sent'::character varying])))
);

CREATE TABLE public.finance_dunninglevel (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    level smallint NOT NULL,
    days smallint NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    pay_within_days smallint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_dunninglevel_days_check CHECK ((days >= 0)),
    CONSTRAINT finance_dunninglevel_level_check CHECK ((level >= 0)),
    CONSTRAINT finance_dunninglevel_pay_within_days_check CHECK ((pay_within_days >= 0))
);

ALTER TABLE public.finance_dunninglevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_dunninglevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_dunninglevelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    level smallint NOT NULL,
    days smallint NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    pay_within_days smallint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_dunninglevelevent_days_check CHECK ((days >= 0)),
    CONSTRAINT finance_dunninglevelevent_level_check CHECK ((level >= 0)),
    CONSTRAINT finance_dunninglevelevent_pay_within_days_check CHECK ((pay_within_days >= 0))
);

ALTER TABLE public.finance_dunninglevelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_dunninglevelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_employee (
    id bigint NOT NULL,
    grade character varying(24) NOT NULL,
    payee_account character varying(34) NOT NULL,
    payee_bank character varying(120) NOT NULL,
    payee_bank_code character varying(20) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    user_id bigint NOT NULL,
    value_id bigint,
    CONSTRAINT finance_employee_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'left'::character varying])))
);

ALTER TABLE public.finance_employee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_employee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_employeeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    grade character varying(24) NOT NULL,
    payee_account character varying(34) NOT NULL,
    payee_bank character varying(120) NOT NULL,
    payee_bank_code character varying(20) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    user_id bigint NOT NULL,
    value_id bigint,
    CONSTRAINT finance_employeeevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'left'::character varying])))
);

ALTER TABLE public.finance_employeeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_employeeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_event (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    kind character varying(40) NOT NULL,
    document_id bigint NOT NULL,
    unit_id bigint,
    party_id bigint,
    fact_on date NOT NULL,
    posting_on date NOT NULL,
    run_id bigint NOT NULL
);

CREATE TABLE public.finance_eventcurrency (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    event_id bigint NOT NULL
);

CREATE TABLE public.finance_eventline (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    event_id bigint NOT NULL,
    component character varying(40) NOT NULL,
    line_id bigint NOT NULL,
    item_id bigint,
    quantity numeric(20,6),
    amount numeric(20,2) NOT NULL
);
ALTER TABLE ONLY public.finance_eventline ALTER COLUMN quantity SET STATISTICS 0;
ALTER TABLE ONLY public.finance_eventline ALTER COLUMN amount SET STATISTICS 0;

ALTER TABLE public.finance_eventline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_eventline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_eventpending (
    event_id bigint NOT NULL,
    company_id bigint NOT NULL,
    code character varying(24) DEFAULT ''::character varying NOT NULL,
    detail jsonb
);
ALTER TABLE ONLY public.finance_eventpending ALTER COLUMN detail SET STATISTICS 0;

CREATE TABLE public.finance_exchangerate (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    valid_on date NOT NULL,
    rate numeric(20,10) NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    CONSTRAINT finance_exchangerate_kind_check CHECK ((kind = ANY (ARRAY['daily'::character varying, 'closing'::character varying, 'average'::character varying, 'historical'::character varying]))),
    CONSTRAINT finance_rate_positive CHECK ((rate > (0)::numeric))
);

ALTER TABLE public.finance_exchangerate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_exchangerate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_exchangerateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    valid_on date NOT NULL,
    rate numeric(20,10) NOT NULL,
    company_id bigint NOT NULL,
    currency_id character varying(3) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_exchangerateevent_kind_check CHECK ((kind = ANY (ARRAY['daily'::character varying, 'closing'::character varying, 'average'::character varying, 'historical'::character varying])))
);

ALTER TABLE public.finance_exchangerateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_exchangerateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_expenseclaim (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    purpose character varying(200) NOT NULL,
    from_on date,
    to_on date,
    claimed_on date NOT NULL,
    posted_on date,
    currency character varying(3) NOT NULL,
    rate numeric(20,10) DEFAULT 1 NOT NULL,
    amount numeric(20,2) NOT NULL,
    advance_amount numeric(20,2) DEFAULT 0 NOT NULL,
    paid_amount numeric(20,2) DEFAULT 0 NOT NULL,
    is_over boolean DEFAULT false NOT NULL,
    note character varying(200) DEFAULT ''::character varying NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    approver_id bigint,
    author_id bigint,
    claimant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    employee_id bigint NOT NULL,
    party_id bigint NOT NULL,
    project_id bigint,
    reverses_id bigint,
    run_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT finance_expenseclaim_amount CHECK ((((advance_amount >= (0)::numeric) AND (amount > (0)::numeric) AND (reverses_id IS NULL) AND (advance_amount <= amount)) OR ((advance_amount <= (0)::numeric) AND (amount < (0)::numeric) AND (reverses_id IS NOT NULL)))),
    CONSTRAINT finance_expenseclaim_another CHECK (((approver_id IS NULL) OR ((NOT ((approver_id = claimant_id) AND (approver_id IS NOT NULL))) AND ((author_id IS NULL) OR (NOT ((approver_id = author_id) AND (approver_id IS NOT NULL) AND (author_id IS NOT NULL))))))),
    CONSTRAINT finance_expenseclaim_days CHECK (((from_on IS NULL) OR (to_on IS NULL) OR (to_on >= from_on))),
    CONSTRAINT finance_expenseclaim_paid CHECK (((paid_amount >= (0)::numeric) AND ((paid_amount = (0)::numeric) OR (paid_amount <= (amount - advance_amount))))),
    CONSTRAINT finance_expenseclaim_posted CHECK ((((posted_on IS NOT NULL) AND (state = ANY (ARRAY['posted'::character varying, 'paid'::character varying, 'reversed'::character varying]))) OR ((NOT (state = ANY (ARRAY['posted'::character varying, 'paid'::character varying, 'reversed'::character varying]))) AND (posted_on IS NULL)))),
    CONSTRAINT finance_expenseclaim_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'submitted'::character varying, 'approved'::character varying, 'posted'::character varying, 'paid'::character varying, 'refused'::character varying, 'withdrawn'::character varying, 'reversed'::character varying])))
);

CREATE TABLE public.finance_expensekind (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    component character varying(16) NOT NULL,
    is_deductible boolean NOT NULL,
    needs_invoice boolean NOT NULL,
    measure character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_expensekind_measure_check CHECK ((measure = ANY (ARRAY['claim'::character varying, 'day'::character varying, 'night'::character varying]))),
    CONSTRAINT finance_expensekind_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_expensekind ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_expensekind_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_expensekindevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    component character varying(16) NOT NULL,
    is_deductible boolean NOT NULL,
    needs_invoice boolean NOT NULL,
    measure character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_expensekindevent_measure_check CHECK ((measure = ANY (ARRAY['claim'::character varying, 'day'::character varying, 'night'::character varying]))),
    CONSTRAINT finance_expensekindevent_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_expensekindevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_expensekindevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_expenselimit (
    id bigint NOT NULL,
    grade character varying(24) NOT NULL,
    city_class character varying(24) NOT NULL,
    amount numeric(20,2) NOT NULL,
    effect character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    expense_kind_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT finance_expenselimit_amount CHECK ((amount >= (0)::numeric)),
    CONSTRAINT finance_expenselimit_effect_check CHECK ((effect = ANY (ARRAY['warn'::character varying, 'refuse'::character varying])))
);

ALTER TABLE public.finance_expenselimit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_expenselimit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_expenselimitevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    grade character varying(24) NOT NULL,
    city_class character varying(24) NOT NULL,
    amount numeric(20,2) NOT NULL,
    effect character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    expense_kind_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT finance_expenselimitevent_effect_check CHECK ((effect = ANY (ARRAY['warn'::character varying, 'refuse'::character varying])))
);

ALTER TABLE public.finance_expenselimitevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_expenselimitevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_expenseline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    ordinal integer NOT NULL,
    spent_on date NOT NULL,
    quantity numeric(20,6) NOT NULL,
    city_class character varying(24) DEFAULT ''::character varying NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    book_amount numeric(20,2) NOT NULL,
    book_tax numeric(20,2) DEFAULT 0 NOT NULL,
    over_amount numeric(20,2) DEFAULT 0 NOT NULL,
    text character varying(200) DEFAULT ''::character varying NOT NULL,
    reason character varying(200) DEFAULT ''::character varying NOT NULL,
    invoice_number character varying(20) DEFAULT ''::character varying NOT NULL,
    seller_name character varying(120) DEFAULT ''::character varying NOT NULL,
    is_live boolean DEFAULT true NOT NULL,
    claim_id bigint NOT NULL,
    company_id bigint NOT NULL,
    expense_kind_id bigint NOT NULL,
    file_id bigint,
    xml_id bigint,
    CONSTRAINT finance_expenseline_quantity CHECK ((quantity > (0)::numeric)),
    CONSTRAINT finance_expenseline_reason CHECK (((over_amount = (0)::numeric) OR (NOT ((reason)::text = ''::text))))
);

CREATE TABLE public.finance_fee (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    accrued_on date NOT NULL,
    base_amount numeric(20,2) NOT NULL,
    accrued_amount numeric(20,2) NOT NULL,
    settled_amount numeric(20,2) DEFAULT 0 NOT NULL,
    beneficiary_id bigint,
    company_id bigint NOT NULL,
    party_id bigint,
    unit_id bigint,
    policy_id bigint NOT NULL,
    CONSTRAINT finance_fee_kind_check CHECK ((kind = ANY (ARRAY['sales_expense'::character varying, 'incentive'::character varying]))),
    CONSTRAINT finance_fee_sides CHECK (((accrued_amount >= (0)::numeric) AND (settled_amount >= (0)::numeric)))
);

ALTER TABLE public.finance_fee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_fee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_feeentry (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    entered_on date NOT NULL,
    base_amount numeric(20,2) DEFAULT 0 NOT NULL,
    amount numeric(20,2) NOT NULL,
    document_id bigint,
    company_id bigint NOT NULL,
    fee_id bigint NOT NULL,
    run_id bigint NOT NULL,
    voucher_id bigint,
    CONSTRAINT finance_feeentry_kind_check CHECK ((kind = ANY (ARRAY['accrue'::character varying, 'settle'::character varying]))),
    CONSTRAINT finance_feeentry_of CHECK ((((document_id IS NULL) AND ((kind)::text = 'accrue'::text) AND (voucher_id IS NOT NULL)) OR ((document_id IS NOT NULL) AND ((kind)::text = 'settle'::text) AND (voucher_id IS NULL))))
);

ALTER TABLE public.finance_feeentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_feeentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_feepolicy (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    rate_pct numeric(9,4) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    beneficiary_id bigint,
    company_id bigint NOT NULL,
    item_category_id bigint,
    party_id bigint,
    party_group_id bigint,
    unit_id bigint,
    CONSTRAINT finance_feepolicy_ends CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT finance_feepolicy_kind_check CHECK ((kind = ANY (ARRAY['sales_expense'::character varying, 'incentive'::character varying]))),
    CONSTRAINT finance_feepolicy_rate CHECK (((rate_pct > (0)::numeric) AND (rate_pct <= (100)::numeric)))
);

ALTER TABLE public.finance_feepolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_feepolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_feepolicyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    rate_pct numeric(9,4) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    beneficiary_id bigint,
    company_id bigint NOT NULL,
    item_category_id bigint,
    party_id bigint,
    party_group_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT finance_feepolicyevent_kind_check CHECK ((kind = ANY (ARRAY['sales_expense'::character varying, 'incentive'::character varying])))
);

ALTER TABLE public.finance_feepolicyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_feepolicyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_feevoucher (
    voucher_id bigint NOT NULL,
    company_id bigint NOT NULL
);

CREATE TABLE public.finance_gatewaymessage (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    document_id bigint NOT NULL,
    key uuid DEFAULT gen_random_uuid() NOT NULL,
    asked_on date NOT NULL,
    body jsonb NOT NULL,
    state character varying(24) DEFAULT 'waiting'::character varying NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    first_tried_at timestamp with time zone,
    last_tried_at timestamp with time zone,
    next_try_at timestamp with time zone DEFAULT statement_timestamp(),
    last_status smallint,
    fault character varying(40) DEFAULT ''::character varying NOT NULL,
    answer jsonb,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_gatewaymessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT finance_gatewaymessage_kind_check CHECK ((kind = ANY (ARRAY['issue'::character varying, 'verify'::character varying, 'deduct'::character varying, 'declare'::character varying]))),
    CONSTRAINT finance_gatewaymessage_last_status_check CHECK ((last_status >= 0)),
    CONSTRAINT finance_gatewaymessage_state_check CHECK ((state = ANY (ARRAY['waiting'::character varying, 'answered'::character varying, 'refused'::character varying, 'failed'::character varying]))),
    CONSTRAINT finance_message_next CHECK (((NOT ((state)::text = 'waiting'::text)) OR (next_try_at IS NOT NULL)))
);

ALTER TABLE public.finance_gatewaymessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_gatewaymessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_inputinvoice (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(20) NOT NULL,
    state character varying(24) DEFAULT 'received'::character varying NOT NULL,
    seller_name character varying(120) NOT NULL,
    seller_code character varying(18) NOT NULL,
    issued_on date NOT NULL,
    received_on date NOT NULL,
    verified_on date,
    month date,
    net_amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    amount numeric(20,2) NOT NULL,
    is_special boolean NOT NULL,
    bill_kind character varying(24) DEFAULT ''::character varying NOT NULL,
    bill_id bigint,
    reason character varying(40) DEFAULT ''::character varying NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    company_id bigint NOT NULL,
    file_id bigint NOT NULL,
    party_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT finance_inputinvoice_bill CHECK ((((bill_id IS NULL) AND ((bill_kind)::text = ''::text)) OR ((NOT ((bill_kind)::text = ''::text)) AND (bill_id IS NOT NULL)))),
    CONSTRAINT finance_inputinvoice_state CHECK ((((month IS NOT NULL) AND (state = ANY (ARRAY['deducting'::character varying, 'deducted'::character varying])) AND (verified_on IS NOT NULL)) OR ((month IS NULL) AND ((state)::text = 'verified'::text) AND (verified_on IS NOT NULL)) OR ((month IS NULL) AND (state = ANY (ARRAY['received'::character varying, 'verifying'::character varying, 'refused'::character varying])) AND (verified_on IS NULL)))),
    CONSTRAINT finance_inputinvoice_state_check CHECK ((state = ANY (ARRAY['received'::character varying, 'verifying'::character varying, 'verified'::character varying, 'deducting'::character varying, 'deducted'::character varying, 'refused'::character varying]))),
    CONSTRAINT finance_inputinvoice_sum CHECK ((amount = (net_amount + tax_amount)))
);

CREATE TABLE public.finance_inputinvoiceline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    line_number integer NOT NULL,
    name character varying(200) NOT NULL,
    measure character varying(20) DEFAULT ''::character varying NOT NULL,
    quantity numeric(20,6),
    tax_pct numeric(6,3),
    net_amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    invoice_id bigint NOT NULL
);

CREATE TABLE public.finance_invoicerule (
    id bigint NOT NULL,
    mode character varying(24) NOT NULL,
    valid_from date NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint,
    party_group_id bigint,
    unit_id bigint,
    CONSTRAINT finance_invoicerule_mode_check CHECK ((mode = ANY (ARRAY['on_demand'::character varying, 'per_delivery'::character varying, 'monthly'::character varying, 'per_order'::character varying])))
);

ALTER TABLE public.finance_invoicerule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_invoicerule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_invoiceruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    mode character varying(24) NOT NULL,
    valid_from date NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint,
    party_group_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT finance_invoiceruleevent_mode_check CHECK ((mode = ANY (ARRAY['on_demand'::character varying, 'per_delivery'::character varying, 'monthly'::character varying, 'per_order'::character varying])))
);

ALTER TABLE public.finance_invoiceruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_invoiceruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemaccount (
    id bigint NOT NULL,
    side character varying(24) NOT NULL,
    days smallint NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_itemaccount_days_check CHECK ((days >= 0)),
    CONSTRAINT finance_itemaccount_side_check CHECK ((side = ANY (ARRAY['receivable'::character varying, 'payable'::character varying])))
);

ALTER TABLE public.finance_itemaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemaccountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    side character varying(24) NOT NULL,
    days smallint NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_itemaccountevent_days_check CHECK ((days >= 0)),
    CONSTRAINT finance_itemaccountevent_side_check CHECK ((side = ANY (ARRAY['receivable'::character varying, 'payable'::character varying])))
);

ALTER TABLE public.finance_itemaccountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemaccountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemapplication (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    debit_amount numeric(20,2) NOT NULL,
    credit_amount numeric(20,2) NOT NULL,
    debit_book numeric(20,2) NOT NULL,
    credit_book numeric(20,2) NOT NULL,
    applied_on date NOT NULL,
    document_id bigint,
    reverses_id bigint,
    reason character varying(120) DEFAULT ''::character varying NOT NULL,
    account_id bigint,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    voucher_id bigint,
    credit_item_id bigint,
    debit_item_id bigint,
    CONSTRAINT finance_application_legs CHECK ((((credit_item_id IS NOT NULL) AND (debit_item_id IS NOT NULL) AND ((kind)::text = 'settle'::text)) OR ((NOT ((kind)::text = 'settle'::text)) AND (((credit_item_id IS NULL) AND (debit_item_id IS NOT NULL)) OR ((credit_item_id IS NOT NULL) AND (debit_item_id IS NULL)))))),
    CONSTRAINT finance_itemapplication_kind_check CHECK ((kind = ANY (ARRAY['settle'::character varying, 'write_off'::character varying, 'reversal'::character varying])))
);

ALTER TABLE public.finance_itemapplication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemapplication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemdocument (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    posting_on date NOT NULL,
    document_on date NOT NULL,
    due_on date,
    reference character varying(64) DEFAULT ''::character varying NOT NULL,
    reason character varying(120) DEFAULT ''::character varying NOT NULL,
    text character varying(200) DEFAULT ''::character varying NOT NULL,
    currency character varying(3) NOT NULL,
    rate numeric(20,10) DEFAULT 1 NOT NULL,
    amount numeric(20,2) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    account_id bigint,
    author_id bigint,
    company_id bigint NOT NULL,
    editor_id bigint,
    party_id bigint NOT NULL,
    reviewer_id bigint,
    run_id bigint NOT NULL,
    voucher_id bigint,
    CONSTRAINT finance_itemdocument_another CHECK (((reviewer_id IS NULL) OR (((author_id IS NULL) OR (NOT ((reviewer_id = author_id) AND (reviewer_id IS NOT NULL) AND (author_id IS NOT NULL)))) AND ((editor_id IS NULL) OR (NOT ((reviewer_id = editor_id) AND (reviewer_id IS NOT NULL) AND (editor_id IS NOT NULL))))))),
    CONSTRAINT finance_itemdocument_kind_check CHECK ((kind = ANY (ARRAY['bill'::character varying, 'charge'::character varying, 'receipt'::character varying, 'payment'::character varying, 'refund'::character varying, 'offset'::character varying, 'write_off'::character varying]))),
    CONSTRAINT finance_itemdocument_rate CHECK ((rate > (0)::numeric)),
    CONSTRAINT finance_itemdocument_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'posted'::character varying, 'reversed'::character varying, 'cancelled'::character varying])))
);

CREATE TABLE public.finance_itemdocumentline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    ordinal integer NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    item_amount numeric(20,2),
    text character varying(200) DEFAULT ''::character varying NOT NULL,
    account_id bigint,
    company_id bigint NOT NULL,
    document_id bigint NOT NULL,
    unit_id bigint,
    item_id bigint,
    CONSTRAINT finance_itemdocumentline_one CHECK ((((account_id IS NOT NULL) AND (item_id IS NULL)) OR ((account_id IS NULL) AND (item_id IS NOT NULL))))
);

CREATE TABLE public.finance_itemrevaluation (
    id bigint NOT NULL,
    valued_on date NOT NULL,
    amount numeric(20,2) NOT NULL,
    rate numeric(20,10),
    before numeric(20,2) NOT NULL,
    difference numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    item_id bigint NOT NULL,
    run_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);

ALTER TABLE public.finance_itemrevaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemrevaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemrule (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    method character varying(24) NOT NULL,
    is_automatic boolean NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint,
    CONSTRAINT finance_itemrule_method_check CHECK ((method = ANY (ARRAY['reference'::character varying, 'exact'::character varying, 'oldest'::character varying]))),
    CONSTRAINT finance_itemrule_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.finance_itemrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    method character varying(24) NOT NULL,
    is_automatic boolean NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_itemruleevent_method_check CHECK ((method = ANY (ARRAY['reference'::character varying, 'exact'::character varying, 'oldest'::character varying]))),
    CONSTRAINT finance_itemruleevent_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.finance_itemruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemshop (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.finance_itemshop ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemshop_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_itemshopevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.finance_itemshopevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_itemshopevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_journalline (
    id bigint DEFAULT nextval('public.finance_eventline_id_seq'::regclass) NOT NULL,
    company_id bigint NOT NULL,
    voucher_id bigint NOT NULL,
    debit_account_id bigint,
    credit_account_id bigint,
    amount numeric(20,2) NOT NULL,
    unit_id bigint,
    party_id bigint,
    item_id bigint,
    quantity numeric(20,6),
    document_line_id bigint,
    CONSTRAINT finance_journal_side CHECK (((debit_account_id IS NOT NULL) OR (credit_account_id IS NOT NULL)))
);
ALTER TABLE ONLY public.finance_journalline ALTER COLUMN amount SET STATISTICS 0;
ALTER TABLE ONLY public.finance_journalline ALTER COLUMN quantity SET STATISTICS 0;

CREATE TABLE public.finance_openitem (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    direction character varying(24) NOT NULL,
    kind character varying(40) NOT NULL,
    document_id bigint NOT NULL,
    number character varying(64) DEFAULT ''::character varying NOT NULL,
    reference character varying(120) DEFAULT ''::character varying NOT NULL,
    currency character varying(3) NOT NULL,
    amount numeric(20,2) NOT NULL,
    book_amount numeric(20,2) NOT NULL,
    open_amount numeric(20,2) NOT NULL,
    open_book numeric(20,2) NOT NULL,
    fact_on date NOT NULL,
    posting_on date NOT NULL,
    due_on date NOT NULL,
    settled_on date,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint,
    run_id bigint NOT NULL,
    unit_id bigint,
    voucher_id bigint NOT NULL,
    revalued_book numeric(20,2) DEFAULT 0 NOT NULL,
    CONSTRAINT finance_openitem_direction_check CHECK ((direction = ANY (ARRAY['debit'::character varying, 'credit'::character varying]))),
    CONSTRAINT finance_openitem_open CHECK (((amount > (0)::numeric) AND (book_amount >= (0)::numeric) AND (open_amount >= (0)::numeric) AND (open_book >= (0)::numeric) AND (open_amount <= amount) AND (open_book <= (book_amount + revalued_book)))),
    CONSTRAINT finance_openitem_settled CHECK ((((open_amount = (0)::numeric) AND (open_book = (0)::numeric) AND (settled_on IS NOT NULL)) OR ((open_amount > (0)::numeric) AND (settled_on IS NULL))))
);

CREATE TABLE public.finance_paymentreason (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    component character varying(8) NOT NULL,
    needs_document boolean NOT NULL,
    needs_party boolean NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_paymentreason_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_paymentreason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_paymentreason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_paymentreasonevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    component character varying(8) NOT NULL,
    needs_document boolean NOT NULL,
    needs_party boolean NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_paymentreasonevent_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'closed'::character varying])))
);

ALTER TABLE public.finance_paymentreasonevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_paymentreasonevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_paymentrequest (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    document_kind character varying(24) DEFAULT ''::character varying NOT NULL,
    document_id bigint,
    document_line bigint,
    document_number character varying(40) DEFAULT ''::character varying NOT NULL,
    payee character varying(120) NOT NULL,
    payee_account character varying(34) NOT NULL,
    payee_bank character varying(120) DEFAULT ''::character varying NOT NULL,
    payee_bank_code character varying(20) DEFAULT ''::character varying NOT NULL,
    amount numeric(20,2) NOT NULL,
    due_on date NOT NULL,
    text character varying(140) DEFAULT ''::character varying NOT NULL,
    note character varying(200) DEFAULT ''::character varying NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    bank_status character varying(4) DEFAULT ''::character varying NOT NULL,
    bank_reason character varying(4) DEFAULT ''::character varying NOT NULL,
    bank_reference character varying(35) DEFAULT ''::character varying NOT NULL,
    paid_on date,
    approver_id bigint,
    author_id bigint,
    bank_account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    editor_id bigint,
    party_id bigint,
    reason_id bigint NOT NULL,
    run_id bigint NOT NULL,
    payment_run_id bigint,
    unit_id bigint,
    book_amount numeric(20,2) NOT NULL,
    CONSTRAINT finance_payment_amount CHECK (((amount > (0)::numeric) AND (book_amount > (0)::numeric))),
    CONSTRAINT finance_payment_another CHECK (((approver_id IS NULL) OR (((author_id IS NULL) OR (NOT ((approver_id = author_id) AND (approver_id IS NOT NULL) AND (author_id IS NOT NULL)))) AND ((editor_id IS NULL) OR (NOT ((approver_id = editor_id) AND (approver_id IS NOT NULL) AND (editor_id IS NOT NULL))))))),
    CONSTRAINT finance_payment_document CHECK ((((document_id IS NULL) AND ((document_kind)::text = ''::text)) OR ((NOT ((document_kind)::text = ''::text)) AND (document_id IS NOT NULL)))),
    CONSTRAINT finance_payment_in_run CHECK ((((payment_run_id IS NOT NULL) AND (state = ANY (ARRAY['in_run'::character varying, 'sent'::character varying, 'paid'::character varying]))) OR (NOT (state = ANY (ARRAY['in_run'::character varying, 'sent'::character varying, 'paid'::character varying]))))),
    CONSTRAINT finance_payment_paid CHECK ((((paid_on IS NOT NULL) AND ((state)::text = 'paid'::text)) OR ((NOT ((state)::text = 'paid'::text)) AND (paid_on IS NULL)))),
    CONSTRAINT finance_paymentrequest_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'submitted'::character varying, 'approved'::character varying, 'in_run'::character varying, 'sent'::character varying, 'paid'::character varying, 'rejected'::character varying, 'cancelled'::character varying])))
);

CREATE TABLE public.finance_paymentrun (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'made'::character varying NOT NULL,
    pay_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    message character varying(35) NOT NULL,
    payments integer NOT NULL,
    amount numeric(20,2) NOT NULL,
    sha256 character varying(64) DEFAULT ''::character varying NOT NULL,
    bank_account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    maker_id bigint,
    run_id bigint NOT NULL,
    withdrawer_id bigint,
    withdrawn_because character varying(240) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT finance_paymentrun_amount CHECK (((amount > (0)::numeric) AND (payments > 0))),
    CONSTRAINT finance_paymentrun_state_check CHECK ((state = ANY (ARRAY['made'::character varying, 'sent'::character varying, 'refused'::character varying, 'done'::character varying, 'withdrawn'::character varying]))),
    CONSTRAINT finance_paymentrun_withdrawn CHECK ((((NOT ((state)::text = 'withdrawn'::text)) AND ((withdrawn_because)::text = ''::text)) OR (((state)::text = 'withdrawn'::text) AND (NOT ((withdrawn_because)::text = ''::text)))))
);

CREATE TABLE public.finance_postingrule (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    event_kind character varying(40) NOT NULL,
    component character varying(40) NOT NULL,
    party_group_id bigint,
    item_category_id bigint,
    tax_class_id bigint,
    valid_from date NOT NULL,
    debit_account_id bigint NOT NULL,
    credit_account_id bigint NOT NULL,
    carry_party boolean NOT NULL,
    carry_item boolean NOT NULL,
    "grouping" character varying(24) NOT NULL,
    valid_to date,
    CONSTRAINT finance_postingrule_grouping_check CHECK (("grouping" = ANY (ARRAY['day_unit'::character varying, 'document'::character varying]))),
    CONSTRAINT finance_rule_ends CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT finance_rule_sides CHECK ((NOT (debit_account_id = credit_account_id)))
);

ALTER TABLE public.finance_postingrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_postingrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_postingruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    event_kind character varying(40) NOT NULL,
    component character varying(40) NOT NULL,
    party_group_id bigint,
    item_category_id bigint,
    tax_class_id bigint,
    valid_from date NOT NULL,
    debit_account_id bigint NOT NULL,
    credit_account_id bigint NOT NULL,
    carry_party boolean NOT NULL,
    carry_item boolean NOT NULL,
    "grouping" character varying(24) NOT NULL,
    valid_to date,
    CONSTRAINT finance_postingruleevent_grouping_check CHECK (("grouping" = ANY (ARRAY['day_unit'::character varying, 'document'::character varying])))
);

ALTER TABLE public.finance_postingruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_postingruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_reportaccount (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    line_id bigint NOT NULL
);

ALTER TABLE public.finance_reportaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_reportaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_reportaccountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    line_id bigint NOT NULL
);

ALTER TABLE public.finance_reportaccountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_reportaccountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_reportline (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    report character varying(24) NOT NULL,
    code character varying(12) NOT NULL,
    ordinal integer NOT NULL,
    side character varying(24) NOT NULL,
    sums character varying(200) NOT NULL,
    takes_result boolean NOT NULL,
    is_strong boolean NOT NULL,
    company_id bigint NOT NULL,
    turns_to character varying(12) NOT NULL,
    CONSTRAINT finance_reportline_report_check CHECK ((report = ANY (ARRAY['balance_sheet'::character varying, 'income_statement'::character varying, 'cash_flow'::character varying]))),
    CONSTRAINT finance_reportline_side_check CHECK ((side = ANY (ARRAY['debit'::character varying, 'credit'::character varying])))
);

ALTER TABLE public.finance_reportline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_reportline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_reportlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    report character varying(24) NOT NULL,
    code character varying(12) NOT NULL,
    ordinal integer NOT NULL,
    side character varying(24) NOT NULL,
    sums character varying(200) NOT NULL,
    takes_result boolean NOT NULL,
    is_strong boolean NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    turns_to character varying(12) NOT NULL,
    CONSTRAINT finance_reportlineevent_report_check CHECK ((report = ANY (ARRAY['balance_sheet'::character varying, 'income_statement'::character varying, 'cash_flow'::character varying]))),
    CONSTRAINT finance_reportlineevent_side_check CHECK ((side = ANY (ARRAY['debit'::character varying, 'credit'::character varying])))
);

ALTER TABLE public.finance_reportlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_reportlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_revaluation (
    id bigint NOT NULL,
    month date NOT NULL,
    balance numeric(20,2) NOT NULL,
    rate numeric(20,10) NOT NULL,
    before numeric(20,2) NOT NULL,
    difference numeric(20,2) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);

ALTER TABLE public.finance_revaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_revaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_reversal (
    id bigint NOT NULL,
    reversed_id bigint NOT NULL,
    company_id bigint NOT NULL,
    event_id bigint NOT NULL
);

CREATE TABLE public.finance_statistic (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    month date NOT NULL,
    value numeric(20,6) NOT NULL,
    company_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT finance_statistic_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT finance_statistic_value CHECK ((value >= (0)::numeric))
);

ALTER TABLE public.finance_statistic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_statistic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_statisticevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    month date NOT NULL,
    value numeric(20,6) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.finance_statisticevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_statisticevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_taxinvoice (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    mode character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'requested'::character varying NOT NULL,
    requested_on date NOT NULL,
    buyer_name character varying(120) NOT NULL,
    buyer_code character varying(18) DEFAULT ''::character varying NOT NULL,
    net_amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    amount numeric(20,2) NOT NULL,
    invoice_number character varying(20) DEFAULT ''::character varying NOT NULL,
    issued_on date,
    reason character varying(120) DEFAULT ''::character varying NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    company_id bigint NOT NULL,
    file_id bigint,
    original_id bigint,
    party_id bigint,
    run_id bigint NOT NULL,
    unit_id bigint,
    buyer_email character varying(160) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT finance_taxinvoice_kind CHECK (((((kind)::text = 'blue'::text) AND (net_amount > (0)::numeric) AND (original_id IS NULL) AND (tax_amount >= (0)::numeric)) OR (((kind)::text = 'red'::text) AND (net_amount < (0)::numeric) AND (original_id IS NOT NULL) AND (tax_amount <= (0)::numeric)))),
    CONSTRAINT finance_taxinvoice_kind_check CHECK ((kind = ANY (ARRAY['blue'::character varying, 'red'::character varying]))),
    CONSTRAINT finance_taxinvoice_mode_check CHECK ((mode = ANY (ARRAY['on_demand'::character varying, 'per_delivery'::character varying, 'monthly'::character varying, 'per_order'::character varying]))),
    CONSTRAINT finance_taxinvoice_state CHECK ((((issued_on IS NOT NULL) AND ((state)::text = 'issued'::text) AND (NOT ((invoice_number)::text = ''::text))) OR ((NOT ((state)::text = 'issued'::text)) AND ((invoice_number)::text = ''::text) AND (issued_on IS NULL)))),
    CONSTRAINT finance_taxinvoice_state_check CHECK ((state = ANY (ARRAY['requested'::character varying, 'sending'::character varying, 'issued'::character varying, 'refused'::character varying, 'cancelled'::character varying]))),
    CONSTRAINT finance_taxinvoice_sum CHECK ((amount = (net_amount + tax_amount)))
);

CREATE TABLE public.finance_taxinvoiceline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    line_number integer NOT NULL,
    name character varying(120) NOT NULL,
    measure character varying(20) DEFAULT ''::character varying NOT NULL,
    quantity numeric(20,6) NOT NULL,
    tax_pct numeric(6,3) NOT NULL,
    net_amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    red_net_amount numeric(20,2) DEFAULT 0 NOT NULL,
    red_tax_amount numeric(20,2) DEFAULT 0 NOT NULL,
    company_id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    item_id bigint,
    original_id bigint,
    CONSTRAINT finance_taxinvoiceline_red CHECK (((red_net_amount >= (0)::numeric) AND (red_tax_amount >= (0)::numeric) AND (((red_net_amount = (0)::numeric) AND (red_tax_amount = (0)::numeric)) OR ((red_net_amount <= net_amount) AND (red_tax_amount <= tax_amount)))))
);

CREATE TABLE public.finance_taxinvoicepart (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    source_line_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    net_amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    line_id bigint NOT NULL
);

ALTER TABLE public.finance_taxinvoicepart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_taxinvoicepart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_taxmonth (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    month date NOT NULL,
    asked_at timestamp with time zone,
    output_tax_amount numeric(20,2),
    input_tax_amount numeric(20,2),
    answer jsonb,
    company_id bigint NOT NULL,
    CONSTRAINT finance_taxmonth_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.finance_taxregistration (
    id bigint NOT NULL,
    url character varying(200) NOT NULL,
    name character varying(120) NOT NULL,
    address character varying(160) NOT NULL,
    phone character varying(32) NOT NULL,
    bank character varying(80) NOT NULL,
    bank_account character varying(40) NOT NULL,
    limit_amount numeric(20,2) NOT NULL,
    most_lines smallint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT finance_taxregistration_most CHECK (((limit_amount > (0)::numeric) AND (most_lines > 0))),
    CONSTRAINT finance_taxregistration_most_lines_check CHECK ((most_lines >= 0))
);

ALTER TABLE public.finance_taxregistration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_taxregistration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_taxregistrationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    url character varying(200) NOT NULL,
    name character varying(120) NOT NULL,
    address character varying(160) NOT NULL,
    phone character varying(32) NOT NULL,
    bank character varying(80) NOT NULL,
    bank_account character varying(40) NOT NULL,
    limit_amount numeric(20,2) NOT NULL,
    most_lines smallint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_taxregistrationevent_most_lines_check CHECK ((most_lines >= 0))
);

ALTER TABLE public.finance_taxregistrationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_taxregistrationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_voucher (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24),
    origin character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    event_kind character varying(40) NOT NULL,
    unit_id bigint,
    source_id bigint,
    posting_on date NOT NULL,
    amount numeric(20,2) NOT NULL,
    lines integer NOT NULL,
    text character varying(200) NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_voucher_origin_check CHECK ((origin = ANY (ARRAY['automatic'::character varying, 'manual'::character varying]))),
    CONSTRAINT finance_voucher_state_check CHECK ((state = ANY (ARRAY['collecting'::character varying, 'posted'::character varying])))
);

CREATE TABLE public.finance_voucherdraft (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    posting_on date NOT NULL,
    text character varying(200) NOT NULL,
    amount numeric(20,2) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    note character varying(200) DEFAULT ''::character varying NOT NULL,
    month date,
    source character varying(40) DEFAULT ''::character varying NOT NULL,
    author_id bigint,
    company_id bigint NOT NULL,
    editor_id bigint,
    reverses_id bigint,
    reviewer_id bigint,
    run_id bigint NOT NULL,
    voucher_id bigint,
    template_id bigint,
    CONSTRAINT finance_draft_another CHECK (((reviewer_id IS NULL) OR (((author_id IS NULL) OR (NOT ((reviewer_id = author_id) AND (reviewer_id IS NOT NULL) AND (author_id IS NOT NULL)))) AND ((editor_id IS NULL) OR (NOT ((reviewer_id = editor_id) AND (reviewer_id IS NOT NULL) AND (editor_id IS NOT NULL))))))),
    CONSTRAINT finance_draft_posted CHECK (((((state)::text = 'posted'::text) AND (voucher_id IS NOT NULL)) OR ((NOT ((state)::text = 'posted'::text)) AND (voucher_id IS NULL)))),
    CONSTRAINT finance_draft_reverses CHECK (((((kind)::text = 'reversal'::text) AND (reverses_id IS NOT NULL)) OR ((NOT ((kind)::text = 'reversal'::text)) AND (reverses_id IS NULL)))),
    CONSTRAINT finance_voucherdraft_kind_check CHECK ((kind = ANY (ARRAY['entry'::character varying, 'import'::character varying, 'recurring'::character varying, 'reversal'::character varying]))),
    CONSTRAINT finance_voucherdraft_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'submitted'::character varying, 'sent_back'::character varying, 'posted'::character varying, 'cancelled'::character varying])))
);

CREATE TABLE public.finance_voucherdraftline (
    ordinal integer NOT NULL,
    debit numeric(20,2) NOT NULL,
    credit numeric(20,2) NOT NULL,
    text character varying(200) NOT NULL,
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    account_id bigint NOT NULL,
    cash_item_id bigint,
    company_id bigint NOT NULL,
    draft_id bigint NOT NULL,
    employee_id bigint,
    item_id bigint,
    party_id bigint,
    project_id bigint,
    unit_id bigint,
    currency_id character varying(3),
    currency_amount numeric(20,2),
    rate numeric(20,10),
    CONSTRAINT finance_draftline_currency CHECK ((((currency_id IS NULL) AND (currency_amount IS NULL) AND (rate IS NULL)) OR ((currency_id IS NOT NULL) AND (currency_amount >= (0)::numeric) AND (rate > (0)::numeric)))),
    CONSTRAINT finance_draftline_side CHECK ((((credit > (0)::numeric) AND (debit = (0)::numeric)) OR ((credit = (0)::numeric) AND (debit > (0)::numeric))))
);

CREATE TABLE public.finance_vouchertemplate (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    text character varying(200) NOT NULL,
    is_monthly boolean NOT NULL,
    day smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    company_id bigint NOT NULL,
    CONSTRAINT finance_template_day CHECK (((day >= 1) AND (day <= 31))),
    CONSTRAINT finance_vouchertemplate_day_check CHECK ((day >= 0))
);

ALTER TABLE public.finance_vouchertemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_vouchertemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_vouchertemplateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    text character varying(200) NOT NULL,
    is_monthly boolean NOT NULL,
    day smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT finance_vouchertemplateevent_day_check CHECK ((day >= 0))
);

ALTER TABLE public.finance_vouchertemplateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_vouchertemplateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_vouchertemplateline (
    id bigint NOT NULL,
    ordinal integer NOT NULL,
    debit numeric(20,2) NOT NULL,
    credit numeric(20,2) NOT NULL,
    text character varying(200) NOT NULL,
    account_id bigint NOT NULL,
    cash_item_id bigint,
    company_id bigint NOT NULL,
    employee_id bigint,
    item_id bigint,
    party_id bigint,
    project_id bigint,
    template_id bigint NOT NULL,
    unit_id bigint,
    currency_id character varying(3),
    currency_amount numeric(20,2),
    rate numeric(20,10),
    CONSTRAINT finance_templateline_side CHECK (((debit = (0)::numeric) OR (credit = (0)::numeric)))
);

ALTER TABLE public.finance_vouchertemplateline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_vouchertemplateline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_vouchertotal (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    voucher_id bigint NOT NULL,
    account_id bigint NOT NULL,
    debit numeric(20,2) NOT NULL,
    credit numeric(20,2) NOT NULL,
    lines integer NOT NULL
);

ALTER TABLE public.finance_vouchertotal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_vouchertotal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.finance_withdrawnpayment (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    told character varying(24),
    told_at timestamp with time zone,
    bank_status character varying(4) DEFAULT ''::character varying NOT NULL,
    bank_reason character varying(4) DEFAULT ''::character varying NOT NULL,
    bank_reference character varying(35) DEFAULT ''::character varying NOT NULL,
    sure_because character varying(240) DEFAULT ''::character varying NOT NULL,
    company_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    payment_run_id bigint NOT NULL,
    sure_id bigint,
    CONSTRAINT finance_withdrawnpayment_told CHECK ((((told IS NULL) AND (told_at IS NULL)) OR ((told IS NOT NULL) AND (told_at IS NOT NULL)))),
    CONSTRAINT finance_withdrawnpayment_told_check CHECK ((told = ANY (ARRAY['taken'::character varying, 'paid'::character varying, 'refused'::character varying])))
);

CREATE TABLE public.finance_yearclosing (
    id bigint NOT NULL,
    year integer NOT NULL,
    state character varying(24) DEFAULT 'closed'::character varying NOT NULL,
    result_amount numeric(20,2) NOT NULL,
    vouchers bigint[] NOT NULL,
    reversals bigint[] NOT NULL,
    company_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_yearclosing_state_check CHECK ((state = ANY (ARRAY['closed'::character varying, 'reversed'::character varying])))
);

ALTER TABLE public.finance_yearclosing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_yearclosing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_bom (
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    version character varying(12) NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

ALTER TABLE public.items_bom ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_bom_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_bomevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    version character varying(12) NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

ALTER TABLE public.items_bomevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_bomevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_bomline (
    id bigint NOT NULL,
    bom_id bigint NOT NULL,
    component_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    loss_pct numeric(6,3) NOT NULL,
    CONSTRAINT items_bomline_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.items_bomline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_bomline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_bomlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    bom_id bigint NOT NULL,
    component_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    loss_pct numeric(6,3) NOT NULL
);

ALTER TABLE public.items_bomlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_bomlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_brand (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    CONSTRAINT items_brand_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.items_brand ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_brand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_brandevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT items_brandevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.items_brandevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_brandevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_category (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    parent_id bigint
);

ALTER TABLE public.items_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_categoryevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    parent_id bigint
);

ALTER TABLE public.items_categoryevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_categoryevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_item (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(40) NOT NULL,
    kind character varying(24) NOT NULL,
    category_id bigint NOT NULL,
    unit_id character varying(8) NOT NULL,
    tax_class_id bigint NOT NULL,
    revenue_policy character varying(24) NOT NULL,
    serial_tracked boolean NOT NULL,
    barcode character varying(32) NOT NULL,
    state character varying(24) NOT NULL,
    brand_id bigint,
    CONSTRAINT items_item_kind_check CHECK ((kind = ANY (ARRAY['product'::character varying, 'component'::character varying, 'material'::character varying]))),
    CONSTRAINT items_item_revenue_policy_check CHECK ((revenue_policy = ANY (ARRAY['at_shipment'::character varying, 'at_receipt'::character varying, 'at_installation'::character varying]))),
    CONSTRAINT items_item_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.items_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_itemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(40) NOT NULL,
    kind character varying(24) NOT NULL,
    category_id bigint NOT NULL,
    unit_id character varying(8) NOT NULL,
    tax_class_id bigint NOT NULL,
    revenue_policy character varying(24) NOT NULL,
    serial_tracked boolean NOT NULL,
    barcode character varying(32) NOT NULL,
    state character varying(24) NOT NULL,
    brand_id bigint,
    CONSTRAINT items_itemevent_kind_check CHECK ((kind = ANY (ARRAY['product'::character varying, 'component'::character varying, 'material'::character varying]))),
    CONSTRAINT items_itemevent_revenue_policy_check CHECK ((revenue_policy = ANY (ARRAY['at_shipment'::character varying, 'at_receipt'::character varying, 'at_installation'::character varying]))),
    CONSTRAINT items_itemevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.items_itemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_itemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_itemsearch (
    item_id bigint NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    spelling text
);

CREATE TABLE public.items_itemunit (
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    unit_id character varying(8) NOT NULL,
    factor numeric(20,6) NOT NULL,
    CONSTRAINT items_itemunit_factor CHECK ((factor > (0)::numeric))
);

ALTER TABLE public.items_itemunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_itemunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_itemunitevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    unit_id character varying(8) NOT NULL,
    factor numeric(20,6) NOT NULL
);

ALTER TABLE public.items_itemunitevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_itemunitevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_price (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    item_id bigint NOT NULL,
    price numeric(20,6) NOT NULL,
    floor_price numeric(20,6) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT items_price_floor CHECK (((floor_price >= (0)::numeric) AND (floor_price <= price) AND (price >= (0)::numeric)))
);

ALTER TABLE public.items_price ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_price_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_priceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    item_id bigint NOT NULL,
    price numeric(20,6) NOT NULL,
    floor_price numeric(20,6) NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

ALTER TABLE public.items_priceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_priceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_pricelist (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    currency_id character varying(3) NOT NULL,
    tax_included boolean NOT NULL
);

ALTER TABLE public.items_pricelist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_pricelist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_pricelistevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    currency_id character varying(3) NOT NULL,
    tax_included boolean NOT NULL
);

ALTER TABLE public.items_pricelistevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_pricelistevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_taxclass (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.items_taxclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_taxclass_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_taxclassevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.items_taxclassevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_taxclassevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_taxrate (
    id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    tax_pct numeric(6,3) NOT NULL,
    CONSTRAINT items_taxrate_range CHECK (((tax_pct >= (0)::numeric) AND (tax_pct < (100)::numeric)))
);

ALTER TABLE public.items_taxrate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_taxrate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_taxrateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    tax_pct numeric(6,3) NOT NULL
);

ALTER TABLE public.items_taxrateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_taxrateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.items_unitofmeasure (
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(8) NOT NULL
);

CREATE TABLE public.items_unitofmeasureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id character varying(8) NOT NULL,
    pgh_context_id uuid,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(8) NOT NULL
);

ALTER TABLE public.items_unitofmeasureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.items_unitofmeasureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_account (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint NOT NULL,
    credit character varying(24) NOT NULL,
    CONSTRAINT parties_account_credit_check CHECK ((credit = ANY (ARRAY['open'::character varying, 'stopped'::character varying])))
);

ALTER TABLE public.parties_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_accountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    party_id bigint NOT NULL,
    credit character varying(24) NOT NULL,
    CONSTRAINT parties_accountevent_credit_check CHECK ((credit = ANY (ARRAY['open'::character varying, 'stopped'::character varying])))
);

ALTER TABLE public.parties_accountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_accountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_address (
    id bigint NOT NULL,
    party_id bigint NOT NULL,
    contact character varying(80) NOT NULL,
    phone character varying(32) NOT NULL,
    province character varying(40) NOT NULL,
    city character varying(40) NOT NULL,
    district character varying(40) NOT NULL,
    street character varying(200) NOT NULL,
    postcode character varying(16) NOT NULL
);

ALTER TABLE public.parties_address ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_addressevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    party_id bigint NOT NULL,
    contact character varying(80) NOT NULL,
    phone character varying(32) NOT NULL,
    province character varying(40) NOT NULL,
    city character varying(40) NOT NULL,
    district character varying(40) NOT NULL,
    street character varying(200) NOT NULL,
    postcode character varying(16) NOT NULL
);

ALTER TABLE public.parties_addressevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_addressevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_party (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    name character varying(160) NOT NULL,
    kind character varying(24) NOT NULL,
    country character varying(2) NOT NULL,
    uscc character varying(18) NOT NULL,
    postcode character varying(16) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(32) NOT NULL,
    group_id bigint,
    state character varying(24) NOT NULL,
    CONSTRAINT parties_party_country CHECK (((country)::text ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT parties_party_kind_check CHECK ((kind = ANY (ARRAY['company'::character varying, 'person'::character varying]))),
    CONSTRAINT parties_party_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying]))),
    CONSTRAINT parties_party_uscc_valid CHECK (((NOT (((country)::text = 'CN'::text) AND ((kind)::text = 'company'::text))) OR public.parties_uscc_valid((uscc)::text)))
);

ALTER TABLE public.parties_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_partyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    name character varying(160) NOT NULL,
    kind character varying(24) NOT NULL,
    country character varying(2) NOT NULL,
    uscc character varying(18) NOT NULL,
    postcode character varying(16) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(32) NOT NULL,
    group_id bigint,
    state character varying(24) NOT NULL,
    CONSTRAINT parties_partyevent_kind_check CHECK ((kind = ANY (ARRAY['company'::character varying, 'person'::character varying]))),
    CONSTRAINT parties_partyevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.parties_partyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_partyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_partygroup (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.parties_partygroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_partygroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_partygroupevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.parties_partygroupevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_partygroupevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_partyrole (
    id bigint NOT NULL,
    party_id bigint NOT NULL,
    role character varying(24) NOT NULL,
    CONSTRAINT parties_partyrole_role_check CHECK ((role = ANY (ARRAY['customer'::character varying, 'supplier'::character varying, 'forwarder'::character varying, 'employee'::character varying])))
);

ALTER TABLE public.parties_partyrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_partyrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_partyroleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    party_id bigint NOT NULL,
    role character varying(24) NOT NULL,
    CONSTRAINT parties_partyroleevent_role_check CHECK ((role = ANY (ARRAY['customer'::character varying, 'supplier'::character varying, 'forwarder'::character varying, 'employee'::character varying])))
);

ALTER TABLE public.parties_partyroleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parties_partyroleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parties_partysearch (
    party_id bigint NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    spelling text
);

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_bundlemember (
    id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    company_id bigint NOT NULL,
    item_id bigint NOT NULL,
    promotion_id bigint NOT NULL,
    CONSTRAINT sales_bundlemember_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.sales_bundlemember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_bundlemember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_cancellation (
    id bigint NOT NULL,
    reason character varying(24) NOT NULL,
    note character varying(240) DEFAULT ''::character varying NOT NULL,
    amount numeric(20,2) NOT NULL,
    cancelled_on date NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT sales_cancellation_reason_check CHECK ((reason = ANY (ARRAY['buyer'::character varying, 'not_paid'::character varying, 'out_of_stock'::character varying, 'price_error'::character varying, 'duplicate'::character varying, 'address'::character varying, 'fraud'::character varying, 'other'::character varying])))
);

ALTER TABLE public.sales_cancellation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_cancellation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_changedocument (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    reason character varying(24) NOT NULL,
    text character varying(240) NOT NULL,
    change_on date NOT NULL,
    order_version integer NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    amount_before numeric(20,2) NOT NULL,
    amount numeric(20,2) NOT NULL,
    reasons character varying(40)[] NOT NULL,
    note character varying(240) NOT NULL,
    why character varying(40) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    saved_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    applied_at timestamp with time zone,
    author_id bigint,
    company_id bigint NOT NULL,
    editor_id bigint,
    order_id bigint NOT NULL,
    run_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    CONSTRAINT sales_changedocument_applied CHECK ((((applied_at IS NOT NULL) AND ((state)::text = 'applied'::text)) OR ((NOT ((state)::text = 'applied'::text)) AND (applied_at IS NULL)))),
    CONSTRAINT sales_changedocument_outdated CHECK (((NOT ((state)::text = 'outdated'::text)) OR (NOT ((why)::text = ''::text)))),
    CONSTRAINT sales_changedocument_reason_check CHECK ((reason = ANY (ARRAY['buyer'::character varying, 'price'::character varying, 'quantity'::character varying, 'goods'::character varying, 'address'::character varying, 'mistake'::character varying, 'other'::character varying]))),
    CONSTRAINT sales_changedocument_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'submitted'::character varying, 'approved'::character varying, 'applied'::character varying, 'refused'::character varying, 'withdrawn'::character varying, 'outdated'::character varying])))
);

CREATE TABLE public.sales_changeline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    ordinal integer NOT NULL,
    line_number integer,
    sku character varying(40) NOT NULL,
    quantity numeric(20,6) NOT NULL,
    unit_price numeric(20,6) NOT NULL,
    amount numeric(20,2) NOT NULL,
    sku_before character varying(40) NOT NULL,
    quantity_before numeric(20,6),
    unit_price_before numeric(20,6),
    amount_before numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    document_id bigint NOT NULL,
    item_id bigint,
    item_before_id bigint,
    CONSTRAINT sales_changeline_quantity CHECK (((amount >= (0)::numeric) AND (quantity >= (0)::numeric)))
);

CREATE TABLE public.sales_channel (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.sales_channel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_channelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.sales_channelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_channelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_coupon (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    budget_amount numeric(20,2) NOT NULL,
    most_uses integer,
    ends_at timestamp with time zone,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    promotion_id bigint NOT NULL,
    CONSTRAINT sales_coupon_budget CHECK ((budget_amount >= (0)::numeric)),
    CONSTRAINT sales_coupon_most_uses_check CHECK ((most_uses >= 0)),
    CONSTRAINT sales_coupon_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_coupon ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_coupon_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_couponbalance (
    coupon_id bigint NOT NULL,
    budget_amount numeric(20,2) NOT NULL,
    drawn_amount numeric(20,2) DEFAULT 0 NOT NULL,
    overdrawn_amount numeric(20,2) DEFAULT 0 NOT NULL,
    most_uses integer,
    uses integer DEFAULT 0 NOT NULL,
    overused integer DEFAULT 0 NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT sales_couponbalance_budget CHECK (((drawn_amount >= (0)::numeric) AND (drawn_amount <= (budget_amount + overdrawn_amount)) AND (overdrawn_amount >= (0)::numeric))),
    CONSTRAINT sales_couponbalance_uses CHECK (((overused >= 0) AND (uses >= 0) AND ((most_uses IS NULL) OR (uses <= (most_uses + overused)))))
);

CREATE TABLE public.sales_couponentry (
    id bigint NOT NULL,
    amount_delta numeric(20,2) NOT NULL,
    uses_delta smallint NOT NULL,
    company_id bigint NOT NULL,
    coupon_id bigint NOT NULL,
    order_id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.sales_couponentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_couponentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_couponevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    budget_amount numeric(20,2) NOT NULL,
    most_uses integer,
    ends_at timestamp with time zone,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    promotion_id bigint NOT NULL,
    CONSTRAINT sales_couponevent_most_uses_check CHECK ((most_uses >= 0)),
    CONSTRAINT sales_couponevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_couponevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_couponevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_customerlink (
    id bigint NOT NULL,
    round integer DEFAULT 0 NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT sales_customerlink_round_check CHECK ((round >= 0))
);

ALTER TABLE public.sales_customerlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_customerlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_delivery (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    warehouse_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    state character varying(24) DEFAULT 'released'::character varying NOT NULL,
    release_on date NOT NULL,
    shipped_on date,
    recognised_on date,
    version integer DEFAULT 1 NOT NULL,
    is_open boolean GENERATED ALWAYS AS ((NOT (state = ANY (ARRAY['recognised'::character varying, 'cancelled'::character varying])))) STORED,
    customer_id bigint,
    CONSTRAINT sales_delivery_state_check CHECK ((state = ANY (ARRAY['released'::character varying, 'shipped'::character varying, 'recognised'::character varying, 'cancelled'::character varying])))
)
WITH (fillfactor='50');

CREATE TABLE public.sales_deliveryline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    company_id bigint NOT NULL,
    delivery_id bigint NOT NULL,
    order_id bigint NOT NULL,
    order_line_id bigint NOT NULL,
    reservation_id bigint NOT NULL,
    item_id bigint NOT NULL,
    location_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    recognised_on date,
    subsidy_amount numeric(20,2),
    CONSTRAINT sales_deliveryline_quantity CHECK ((quantity > (0)::numeric))
)
WITH (fillfactor='55');
ALTER TABLE ONLY public.sales_deliveryline ALTER COLUMN quantity SET STATISTICS 0;
ALTER TABLE ONLY public.sales_deliveryline ALTER COLUMN amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_deliveryline ALTER COLUMN tax_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_deliveryline ALTER COLUMN subsidy_amount SET STATISTICS 0;

CREATE TABLE public.sales_difference (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    result character varying(24) NOT NULL,
    amount numeric(20,2) NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    note character varying(240) DEFAULT ''::character varying NOT NULL,
    raised_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    company_id bigint NOT NULL,
    ended_run_id bigint,
    order_id bigint,
    shop_id bigint NOT NULL,
    statement_id bigint NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT sales_difference_result_check CHECK ((result = ANY (ARRAY['matched'::character varying, 'short_paid'::character varying, 'over_paid'::character varying, 'unknown_order'::character varying, 'already_settled'::character varying, 'customer_order'::character varying, 'refund_matched'::character varying, 'refund_differs'::character varying]))),
    CONSTRAINT sales_difference_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'handed_back'::character varying, 'accepted'::character varying, 'matched'::character varying])))
);

CREATE TABLE public.sales_feed (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    file_id bigint NOT NULL,
    state character varying(24) DEFAULT 'staged'::character varying NOT NULL,
    rows integer NOT NULL,
    orders integer NOT NULL,
    counts jsonb NOT NULL,
    rejected_file_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT sales_feed_state_check CHECK ((state = ANY (ARRAY['staged'::character varying, 'done'::character varying])))
);

CREATE UNLOGGED TABLE public.sales_feedrow (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    feed_id bigint NOT NULL,
    ordinal integer NOT NULL,
    order_ordinal integer NOT NULL,
    order_no text,
    line_no integer,
    shop text,
    ordered_at timestamp with time zone,
    buyer text,
    phone text,
    province text,
    city text,
    district text,
    address text,
    sku text,
    quantity numeric(20,6),
    unit_price numeric(20,6),
    paid_amount numeric(20,2),
    paid_at timestamp with time zone,
    gift boolean,
    remark text,
    priority smallint,
    problems text,
    buyer_group text,
    coupon text,
    discount_amount numeric(20,2),
    subsidy_amount numeric(20,2),
    customer_id bigint,
    wanted_on date
);
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN ordered_at SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN buyer SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN province SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN city SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN district SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN address SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN quantity SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN unit_price SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN paid_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN paid_at SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN remark SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN problems SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN buyer_group SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN coupon SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN discount_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_feedrow ALTER COLUMN subsidy_amount SET STATISTICS 0;

ALTER TABLE public.sales_feedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_feedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_feekind (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    component character varying(16) NOT NULL,
    company_id bigint NOT NULL
);

ALTER TABLE public.sales_feekind ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_feekind_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_feekindevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    component character varying(16) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.sales_feekindevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_feekindevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_hold (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint NOT NULL,
    reason character varying(24) NOT NULL,
    check_code character varying(24) DEFAULT ''::character varying NOT NULL,
    line_number integer,
    detail jsonb NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    raised_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    run_id bigint NOT NULL,
    ended_run_id bigint,
    note character varying(240) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT sales_hold_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'released'::character varying, 'cleared'::character varying])))
);
ALTER TABLE ONLY public.sales_hold ALTER COLUMN detail SET STATISTICS 0;
ALTER TABLE ONLY public.sales_hold ALTER COLUMN note SET STATISTICS 0;

ALTER TABLE public.sales_hold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_listing (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    sku character varying(40) NOT NULL,
    item_id bigint NOT NULL,
    gift_allowed boolean NOT NULL,
    state character varying(24) NOT NULL,
    CONSTRAINT sales_listing_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_listing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_listing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_listingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    sku character varying(40) NOT NULL,
    item_id bigint NOT NULL,
    gift_allowed boolean NOT NULL,
    state character varying(24) NOT NULL,
    CONSTRAINT sales_listingevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_listingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_listingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_order (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    shop_id bigint NOT NULL,
    platform_number character varying(64) NOT NULL,
    state character varying(24) DEFAULT 'received'::character varying NOT NULL,
    resume_state character varying(24),
    ordered_at timestamp with time zone NOT NULL,
    order_on date NOT NULL,
    buyer character varying(80) DEFAULT ''::character varying NOT NULL,
    phone character varying(40) DEFAULT ''::character varying NOT NULL,
    province character varying(40) DEFAULT ''::character varying NOT NULL,
    city character varying(40) DEFAULT ''::character varying NOT NULL,
    district character varying(40) DEFAULT ''::character varying NOT NULL,
    address character varying(240) DEFAULT ''::character varying NOT NULL,
    remark character varying(240) DEFAULT ''::character varying NOT NULL,
    priority smallint DEFAULT 5 NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    paid_amount numeric(20,2),
    paid_at timestamp with time zone,
    content_hash character varying(32) NOT NULL,
    file_id bigint,
    version integer DEFAULT 1 NOT NULL,
    is_parted boolean DEFAULT false NOT NULL,
    is_open boolean GENERATED ALWAYS AS ((NOT (state = ANY (ARRAY['recognised'::character varying, 'cancelled'::character varying])))) STORED,
    buyer_group character varying(24),
    coupon character varying(40),
    customer_id bigint,
    wanted_on date,
    CONSTRAINT sales_order_priority_check CHECK ((priority >= 0)),
    CONSTRAINT sales_order_resume CHECK ((((resume_state IS NOT NULL) AND ((state)::text = 'held'::text)) OR ((NOT ((state)::text = 'held'::text)) AND (resume_state IS NULL)))),
    CONSTRAINT sales_order_resume_state_check CHECK ((resume_state = ANY (ARRAY['received'::character varying, 'held'::character varying, 'reviewed'::character varying, 'reserved'::character varying, 'released'::character varying, 'shipped'::character varying, 'recognised'::character varying, 'cancelled'::character varying]))),
    CONSTRAINT sales_order_state_check CHECK ((state = ANY (ARRAY['received'::character varying, 'held'::character varying, 'reviewed'::character varying, 'reserved'::character varying, 'released'::character varying, 'shipped'::character varying, 'recognised'::character varying, 'cancelled'::character varying])))
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.sales_order ALTER COLUMN buyer SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN city SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN district SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN address SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN remark SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN tax_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN paid_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN paid_at SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN content_hash SET STATISTICS 0;
ALTER TABLE ONLY public.sales_order ALTER COLUMN coupon SET STATISTICS 0;

CREATE TABLE public.sales_orderchange (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint NOT NULL,
    file_id bigint,
    content_hash character varying(32) NOT NULL,
    content jsonb NOT NULL,
    state character varying(24) DEFAULT 'open'::character varying NOT NULL,
    run_id bigint NOT NULL,
    note character varying(240) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT sales_orderchange_state_check CHECK ((state = ANY (ARRAY['open'::character varying, 'dismissed'::character varying, 'accepted'::character varying])))
);

CREATE TABLE public.sales_orderdraft (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    order_no character varying(64) NOT NULL,
    wanted_on date,
    buyer character varying(80) NOT NULL,
    phone character varying(40) NOT NULL,
    province character varying(40) NOT NULL,
    city character varying(40) NOT NULL,
    district character varying(40) NOT NULL,
    address character varying(240) NOT NULL,
    remark character varying(240) NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    saved_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    author_id bigint,
    company_id bigint NOT NULL,
    customer_id bigint,
    editor_id bigint,
    order_id bigint,
    run_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    CONSTRAINT sales_orderdraft_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'submitted'::character varying, 'discarded'::character varying]))),
    CONSTRAINT sales_orderdraft_submitted CHECK ((((order_id IS NOT NULL) AND ((state)::text = 'submitted'::text)) OR ((NOT ((state)::text = 'submitted'::text)) AND (order_id IS NULL))))
);

CREATE TABLE public.sales_orderdraftline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    ordinal integer NOT NULL,
    typed jsonb NOT NULL,
    quantity numeric(20,6),
    unit character varying(8) NOT NULL,
    unit_price numeric(20,6),
    discount_amount numeric(20,2),
    company_id bigint NOT NULL,
    draft_id bigint NOT NULL,
    item_id bigint,
    CONSTRAINT sales_orderdraftline_ordinal CHECK ((ordinal >= 1))
);

CREATE TABLE public.sales_orderline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint NOT NULL,
    line_number integer NOT NULL,
    sku character varying(40) NOT NULL,
    item_id bigint,
    quantity numeric(20,6) NOT NULL,
    unit_price numeric(20,6) NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    is_gift boolean DEFAULT false NOT NULL,
    discount_amount numeric(20,2),
    subsidy_amount numeric(20,2),
    CONSTRAINT sales_orderline_amount CHECK (((amount >= (0)::numeric) AND (tax_amount >= (0)::numeric))),
    CONSTRAINT sales_orderline_discount CHECK ((((discount_amount IS NULL) AND (subsidy_amount IS NULL)) OR ((discount_amount >= subsidy_amount) AND (subsidy_amount >= (0)::numeric)))),
    CONSTRAINT sales_orderline_quantity CHECK ((quantity >= (0)::numeric))
);
ALTER TABLE ONLY public.sales_orderline ALTER COLUMN quantity SET STATISTICS 0;
ALTER TABLE ONLY public.sales_orderline ALTER COLUMN unit_price SET STATISTICS 0;
ALTER TABLE ONLY public.sales_orderline ALTER COLUMN amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_orderline ALTER COLUMN tax_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_orderline ALTER COLUMN discount_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_orderline ALTER COLUMN subsidy_amount SET STATISTICS 0;

CREATE TABLE public.sales_promotion (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    percent numeric(6,3),
    amount numeric(20,2),
    threshold_amount numeric(20,2) NOT NULL,
    repeats boolean NOT NULL,
    buy_pieces smallint,
    get_pieces smallint,
    gift_pieces smallint NOT NULL,
    adds_gifts boolean NOT NULL,
    needs_coupon boolean NOT NULL,
    stacking character varying(24) NOT NULL,
    stack_group character varying(24) NOT NULL,
    priority smallint NOT NULL,
    platform_pct numeric(6,3) NOT NULL,
    buyer_group character varying(24) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    gift_item_id bigint,
    CONSTRAINT sales_promotion_amount CHECK (((NOT (kind = ANY (ARRAY['amount'::character varying, 'threshold'::character varying, 'bundle'::character varying]))) OR ((amount > (0)::numeric) AND (amount IS NOT NULL)))),
    CONSTRAINT sales_promotion_buy_pieces_check CHECK ((buy_pieces >= 0)),
    CONSTRAINT sales_promotion_get_pieces_check CHECK ((get_pieces >= 0)),
    CONSTRAINT sales_promotion_gift CHECK (((NOT ((kind)::text = 'gift'::text)) OR ((gift_item_id IS NOT NULL) AND (gift_pieces > 0)))),
    CONSTRAINT sales_promotion_gift_pieces_check CHECK ((gift_pieces >= 0)),
    CONSTRAINT sales_promotion_group CHECK (((((stacking)::text = 'group'::text) AND (NOT ((stack_group)::text = ''::text))) OR ((NOT ((stacking)::text = 'group'::text)) AND ((stack_group)::text = ''::text)))),
    CONSTRAINT sales_promotion_kind_check CHECK ((kind = ANY (ARRAY['percentage'::character varying, 'amount'::character varying, 'threshold'::character varying, 'tiered'::character varying, 'bundle'::character varying, 'buy_n_get_m'::character varying, 'gift'::character varying]))),
    CONSTRAINT sales_promotion_percentage CHECK (((NOT ((kind)::text = 'percentage'::text)) OR ((percent > (0)::numeric) AND (percent IS NOT NULL) AND (percent <= (100)::numeric)))),
    CONSTRAINT sales_promotion_pieces CHECK (((NOT ((kind)::text = 'buy_n_get_m'::text)) OR ((buy_pieces > 0) AND (buy_pieces IS NOT NULL) AND (get_pieces > 0) AND (get_pieces IS NOT NULL)))),
    CONSTRAINT sales_promotion_platform CHECK (((platform_pct >= (0)::numeric) AND (platform_pct <= (100)::numeric))),
    CONSTRAINT sales_promotion_priority_check CHECK ((priority >= 0)),
    CONSTRAINT sales_promotion_stacking_check CHECK ((stacking = ANY (ARRAY['exclusive'::character varying, 'group'::character varying, 'always'::character varying]))),
    CONSTRAINT sales_promotion_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying]))),
    CONSTRAINT sales_promotion_threshold CHECK (((threshold_amount >= (0)::numeric) AND ((NOT ((kind)::text = 'threshold'::text)) OR (threshold_amount > (0)::numeric)))),
    CONSTRAINT sales_promotion_time CHECK ((ends_at > starts_at))
);

ALTER TABLE public.sales_promotion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_promotion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_promotionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    percent numeric(6,3),
    amount numeric(20,2),
    threshold_amount numeric(20,2) NOT NULL,
    repeats boolean NOT NULL,
    buy_pieces smallint,
    get_pieces smallint,
    gift_pieces smallint NOT NULL,
    adds_gifts boolean NOT NULL,
    needs_coupon boolean NOT NULL,
    stacking character varying(24) NOT NULL,
    stack_group character varying(24) NOT NULL,
    priority smallint NOT NULL,
    platform_pct numeric(6,3) NOT NULL,
    buyer_group character varying(24) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    gift_item_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT sales_promotionevent_buy_pieces_check CHECK ((buy_pieces >= 0)),
    CONSTRAINT sales_promotionevent_get_pieces_check CHECK ((get_pieces >= 0)),
    CONSTRAINT sales_promotionevent_gift_pieces_check CHECK ((gift_pieces >= 0)),
    CONSTRAINT sales_promotionevent_kind_check CHECK ((kind = ANY (ARRAY['percentage'::character varying, 'amount'::character varying, 'threshold'::character varying, 'tiered'::character varying, 'bundle'::character varying, 'buy_n_get_m'::character varying, 'gift'::character varying]))),
    CONSTRAINT sales_promotionevent_priority_check CHECK ((priority >= 0)),
    CONSTRAINT sales_promotionevent_stacking_check CHECK ((stacking = ANY (ARRAY['exclusive'::character varying, 'group'::character varying, 'always'::character varying]))),
    CONSTRAINT sales_promotionevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_promotionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_promotionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_promotionuse (
    id bigint NOT NULL,
    discount_amount numeric(20,2) NOT NULL,
    subsidy_amount numeric(20,2) NOT NULL,
    gift_quantity numeric(20,6) NOT NULL,
    company_id bigint NOT NULL,
    coupon_id bigint,
    line_id bigint NOT NULL,
    order_id bigint NOT NULL,
    promotion_id bigint,
    run_id bigint NOT NULL
);

ALTER TABLE public.sales_promotionuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_promotionuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_return (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    platform_number character varying(64) DEFAULT ''::character varying NOT NULL,
    kind character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'announced'::character varying NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    return_on date NOT NULL,
    received_on date,
    inspected_on date,
    refunded_on date,
    version integer DEFAULT 1 NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint NOT NULL,
    replacement_id bigint,
    shop_id bigint NOT NULL,
    reason_id bigint NOT NULL,
    CONSTRAINT sales_return_kind_check CHECK ((kind = ANY (ARRAY['return'::character varying, 'refund_only'::character varying, 'exchange'::character varying]))),
    CONSTRAINT sales_return_state_check CHECK ((state = ANY (ARRAY['announced'::character varying, 'received'::character varying, 'inspected'::character varying, 'refunded'::character varying, 'cancelled'::character varying])))
);

CREATE TABLE public.sales_returnline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    quantity numeric(20,6) NOT NULL,
    scrapped_quantity numeric(20,6) NOT NULL,
    amount numeric(20,2) NOT NULL,
    tax_amount numeric(20,2) NOT NULL,
    cost_amount numeric(20,2),
    reverses boolean,
    serials jsonb NOT NULL,
    company_id bigint NOT NULL,
    delivery_line_id bigint NOT NULL,
    document_id bigint NOT NULL,
    item_id bigint NOT NULL,
    location_id bigint,
    subsidy_amount numeric(20,2),
    CONSTRAINT sales_returnline_amount CHECK (((amount >= (0)::numeric) AND (tax_amount >= (0)::numeric))),
    CONSTRAINT sales_returnline_quantity CHECK (((quantity > (0)::numeric) OR ((amount > (0)::numeric) AND (quantity = (0)::numeric)))),
    CONSTRAINT sales_returnline_scrapped CHECK (((scrapped_quantity >= (0)::numeric) AND (scrapped_quantity <= quantity)))
);

CREATE TABLE public.sales_returnreason (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT sales_returnreason_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_returnreason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_returnreason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_returnreasonevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT sales_returnreasonevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_returnreasonevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_returnreasonevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_reviewcheck (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    check_code character varying(24) NOT NULL,
    enabled boolean NOT NULL,
    releasable boolean NOT NULL,
    parameters jsonb NOT NULL,
    CONSTRAINT sales_reviewcheck_check_code_check CHECK ((check_code = ANY (ARRAY['authorisation'::character varying, 'completeness'::character varying, 'price'::character varying, 'credit'::character varying, 'payment'::character varying, 'gift'::character varying, 'source'::character varying, 'warehouse'::character varying])))
);

ALTER TABLE public.sales_reviewcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_reviewcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_reviewcheckevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    check_code character varying(24) NOT NULL,
    enabled boolean NOT NULL,
    releasable boolean NOT NULL,
    parameters jsonb NOT NULL,
    CONSTRAINT sales_reviewcheckevent_check_code_check CHECK ((check_code = ANY (ARRAY['authorisation'::character varying, 'completeness'::character varying, 'price'::character varying, 'credit'::character varying, 'payment'::character varying, 'gift'::character varying, 'source'::character varying, 'warehouse'::character varying])))
);

ALTER TABLE public.sales_reviewcheckevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_reviewcheckevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_route (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    channel_id bigint,
    province character varying(40) NOT NULL,
    warehouse_id bigint NOT NULL,
    rank smallint NOT NULL,
    CONSTRAINT sales_route_rank CHECK ((rank >= 1)),
    CONSTRAINT sales_route_rank_check CHECK ((rank >= 0))
);

ALTER TABLE public.sales_route ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_route_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_routeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    channel_id bigint,
    province character varying(40) NOT NULL,
    warehouse_id bigint NOT NULL,
    rank smallint NOT NULL,
    CONSTRAINT sales_routeevent_rank_check CHECK ((rank >= 0))
);

ALTER TABLE public.sales_routeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_routeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_scope (
    id bigint NOT NULL,
    category_id bigint,
    company_id bigint NOT NULL,
    item_id bigint,
    promotion_id bigint NOT NULL,
    shop_id bigint,
    CONSTRAINT sales_scope_one CHECK ((((category_id IS NULL) AND (item_id IS NULL) AND (shop_id IS NOT NULL)) OR ((category_id IS NOT NULL) AND (item_id IS NULL) AND (shop_id IS NULL)) OR ((category_id IS NULL) AND (item_id IS NOT NULL) AND (shop_id IS NULL))))
);

ALTER TABLE public.sales_scope ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_scope_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_shop (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    channel_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    split character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    owner_id bigint,
    install_within_days smallint NOT NULL,
    merge_minutes smallint NOT NULL,
    CONSTRAINT sales_shop_install_within_days_check CHECK ((install_within_days >= 0)),
    CONSTRAINT sales_shop_merge_minutes_check CHECK ((merge_minutes >= 0)),
    CONSTRAINT sales_shop_split_check CHECK ((split = ANY (ARRAY['never'::character varying, 'by_warehouse'::character varying, 'wait_for_all'::character varying, 'by_line'::character varying]))),
    CONSTRAINT sales_shop_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_shop ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_shop_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_shopevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    channel_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    split character varying(24) NOT NULL,
    state character varying(24) NOT NULL,
    owner_id bigint,
    install_within_days smallint NOT NULL,
    merge_minutes smallint NOT NULL,
    CONSTRAINT sales_shopevent_install_within_days_check CHECK ((install_within_days >= 0)),
    CONSTRAINT sales_shopevent_merge_minutes_check CHECK ((merge_minutes >= 0)),
    CONSTRAINT sales_shopevent_split_check CHECK ((split = ANY (ARRAY['never'::character varying, 'by_warehouse'::character varying, 'wait_for_all'::character varying, 'by_line'::character varying]))),
    CONSTRAINT sales_shopevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.sales_shopevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_shopevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_statement (
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    platform_number character varying(64) NOT NULL,
    state character varying(24) DEFAULT 'imported'::character varying NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    posted_on date,
    paid_on date,
    fee_kinds character varying(24)[] NOT NULL,
    rows integer NOT NULL,
    lines integer,
    first_line bigint,
    last_line bigint,
    gross_amount numeric(20,2) NOT NULL,
    refund_amount numeric(20,2) NOT NULL,
    fee_amount numeric(20,2) NOT NULL,
    payout_amount numeric(20,2) NOT NULL,
    counts jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    company_id bigint NOT NULL,
    file_id bigint NOT NULL,
    receipt_id bigint,
    rejected_file_id bigint,
    run_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    CONSTRAINT sales_statement_state_check CHECK ((state = ANY (ARRAY['imported'::character varying, 'matched'::character varying, 'posted'::character varying, 'paid'::character varying])))
);

CREATE TABLE public.sales_statementline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    ordinal integer NOT NULL,
    order_no character varying(64) NOT NULL,
    gross_amount numeric(20,2) NOT NULL,
    refund_amount numeric(20,2) NOT NULL,
    fee_amount numeric(20,2) NOT NULL,
    fees numeric(20,2)[] NOT NULL,
    net_amount numeric(20,2) NOT NULL,
    result character varying(24) NOT NULL,
    difference_amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    order_id bigint,
    statement_id bigint NOT NULL,
    CONSTRAINT sales_statementline_net CHECK ((net_amount = ((gross_amount - refund_amount) - fee_amount))),
    CONSTRAINT sales_statementline_result CHECK ((((difference_amount = (0)::numeric) AND (result = ANY (ARRAY['matched'::character varying, 'refund_matched'::character varying]))) OR (((result)::text = 'refund_differs'::text) AND (NOT (difference_amount = (0)::numeric))) OR ((difference_amount < (0)::numeric) AND ((result)::text = 'short_paid'::text)) OR ((difference_amount > (0)::numeric) AND ((result)::text = 'over_paid'::text)) OR (result = ANY (ARRAY['unknown_order'::character varying, 'already_settled'::character varying, 'customer_order'::character varying])))),
    CONSTRAINT sales_statementline_result_check CHECK ((result = ANY (ARRAY['matched'::character varying, 'short_paid'::character varying, 'over_paid'::character varying, 'unknown_order'::character varying, 'already_settled'::character varying, 'customer_order'::character varying, 'refund_matched'::character varying, 'refund_differs'::character varying])))
);
ALTER TABLE ONLY public.sales_statementline ALTER COLUMN gross_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementline ALTER COLUMN refund_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementline ALTER COLUMN fee_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementline ALTER COLUMN fees SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementline ALTER COLUMN net_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementline ALTER COLUMN difference_amount SET STATISTICS 0;

CREATE TABLE public.sales_statementmapping (
    id bigint NOT NULL,
    columns jsonb NOT NULL,
    fees jsonb NOT NULL,
    fees_negative boolean NOT NULL,
    refund_negative boolean NOT NULL,
    settle_days smallint NOT NULL,
    write_off_limit numeric(20,2) NOT NULL,
    channel_id bigint NOT NULL,
    company_id bigint NOT NULL,
    shop_id bigint,
    CONSTRAINT sales_statementmapping_settle_days_check CHECK ((settle_days >= 0))
);

ALTER TABLE public.sales_statementmapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_statementmapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_statementmappingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    columns jsonb NOT NULL,
    fees jsonb NOT NULL,
    fees_negative boolean NOT NULL,
    refund_negative boolean NOT NULL,
    settle_days smallint NOT NULL,
    write_off_limit numeric(20,2) NOT NULL,
    channel_id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    shop_id bigint,
    CONSTRAINT sales_statementmappingevent_settle_days_check CHECK ((settle_days >= 0))
);

ALTER TABLE public.sales_statementmappingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_statementmappingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.sales_statementrow (
    id bigint NOT NULL,
    ordinal integer NOT NULL,
    order_no text NOT NULL,
    gross_amount numeric(20,2) NOT NULL,
    refund_amount numeric(20,2) NOT NULL,
    fee_amount numeric(20,2) NOT NULL,
    fees numeric(20,2)[] NOT NULL,
    net_amount numeric(20,2) NOT NULL,
    company_id bigint NOT NULL,
    statement_id bigint NOT NULL
);
ALTER TABLE ONLY public.sales_statementrow ALTER COLUMN gross_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementrow ALTER COLUMN refund_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementrow ALTER COLUMN fee_amount SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementrow ALTER COLUMN fees SET STATISTICS 0;
ALTER TABLE ONLY public.sales_statementrow ALTER COLUMN net_amount SET STATISTICS 0;

ALTER TABLE public.sales_statementrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_statementrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sales_tier (
    id bigint NOT NULL,
    from_amount numeric(20,2) NOT NULL,
    percent numeric(6,3),
    amount numeric(20,2),
    company_id bigint NOT NULL,
    promotion_id bigint NOT NULL,
    CONSTRAINT sales_tier_one CHECK (((from_amount > (0)::numeric) AND (((amount IS NULL) AND (percent > (0)::numeric) AND (percent IS NOT NULL) AND (percent <= (100)::numeric)) OR ((amount > (0)::numeric) AND (amount IS NOT NULL) AND (percent IS NULL)))))
);

ALTER TABLE public.sales_tier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sales_tier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_balance (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    item_id bigint NOT NULL,
    location_id bigint NOT NULL,
    quality character varying(24) DEFAULT 'good'::character varying NOT NULL,
    on_hand numeric(20,6) NOT NULL,
    reserved numeric(20,6) NOT NULL,
    CONSTRAINT stock_balance_on_hand CHECK ((on_hand >= (0)::numeric)),
    CONSTRAINT stock_balance_quality_check CHECK ((quality = ANY (ARRAY['good'::character varying, 'hold'::character varying]))),
    CONSTRAINT stock_balance_reserved CHECK (((reserved >= (0)::numeric) AND (reserved <= on_hand)))
);

ALTER TABLE public.stock_balance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_balance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_entry (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    item_id bigint NOT NULL,
    location_id bigint NOT NULL,
    quality character varying(24) DEFAULT 'good'::character varying NOT NULL,
    on_hand_delta numeric(20,6) NOT NULL,
    reserved_delta numeric(20,6) NOT NULL,
    reservation_id bigint,
    line_id bigint NOT NULL,
    effective_on date NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT stock_entry_kind_check CHECK ((kind = ANY (ARRAY['opening'::character varying, 'receipt'::character varying, 'adjustment'::character varying, 'reserve'::character varying, 'release'::character varying, 'issue'::character varying, 'return'::character varying, 'inspect'::character varying, 'scrap'::character varying]))),
    CONSTRAINT stock_entry_quality_check CHECK ((quality = ANY (ARRAY['good'::character varying, 'hold'::character varying])))
);
ALTER TABLE ONLY public.stock_entry ALTER COLUMN on_hand_delta SET STATISTICS 0;
ALTER TABLE ONLY public.stock_entry ALTER COLUMN reserved_delta SET STATISTICS 0;

ALTER TABLE public.stock_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_location (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    warehouse_id bigint NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    pick_order integer NOT NULL,
    CONSTRAINT stock_location_kind_check CHECK ((kind = ANY (ARRAY['picking'::character varying, 'quality'::character varying]))),
    CONSTRAINT stock_location_pick_order_check CHECK ((pick_order >= 0))
);

ALTER TABLE public.stock_location ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_locationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    warehouse_id bigint NOT NULL,
    code character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    pick_order integer NOT NULL,
    CONSTRAINT stock_locationevent_kind_check CHECK ((kind = ANY (ARRAY['picking'::character varying, 'quality'::character varying]))),
    CONSTRAINT stock_locationevent_pick_order_check CHECK ((pick_order >= 0))
);

ALTER TABLE public.stock_locationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_locationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_movement (
    company_id bigint NOT NULL,
    id bigint DEFAULT nextval('public.core_document_id'::regclass) NOT NULL,
    number character varying(24) NOT NULL,
    kind character varying(24) NOT NULL,
    state character varying(24) DEFAULT 'draft'::character varying NOT NULL,
    movement_on date NOT NULL,
    reason_id bigint,
    party_id bigint,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT stock_movement_kind_check CHECK ((kind = ANY (ARRAY['opening'::character varying, 'receipt'::character varying, 'adjustment'::character varying]))),
    CONSTRAINT stock_movement_reason CHECK (((NOT ((kind)::text = 'adjustment'::text)) OR (reason_id IS NOT NULL))),
    CONSTRAINT stock_movement_state_check CHECK ((state = ANY (ARRAY['draft'::character varying, 'posted'::character varying])))
);

CREATE TABLE public.stock_movementline (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    company_id bigint NOT NULL,
    movement_id bigint NOT NULL,
    item_id bigint NOT NULL,
    location_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    amount numeric(20,2),
    serials jsonb NOT NULL,
    CONSTRAINT stock_movementline_amount CHECK (((amount >= (0)::numeric) OR (amount IS NULL))),
    CONSTRAINT stock_movementline_quantity CHECK ((NOT (quantity = (0)::numeric)))
);
ALTER TABLE ONLY public.stock_movementline ALTER COLUMN quantity SET STATISTICS 0;
ALTER TABLE ONLY public.stock_movementline ALTER COLUMN amount SET STATISTICS 0;
ALTER TABLE ONLY public.stock_movementline ALTER COLUMN serials SET STATISTICS 0;

CREATE TABLE public.stock_pool (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    item_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    amount numeric(20,2) NOT NULL,
    base_quantity numeric(20,6) NOT NULL,
    base_amount numeric(20,2) NOT NULL,
    issued_quantity numeric(20,6) NOT NULL,
    returned_amount numeric(20,2) NOT NULL,
    returned_quantity numeric(20,6) NOT NULL,
    CONSTRAINT stock_pool_base CHECK ((quantity = ((base_quantity - issued_quantity) + returned_quantity))),
    CONSTRAINT stock_pool_empty CHECK (((NOT (quantity = (0)::numeric)) OR (amount = (0)::numeric))),
    CONSTRAINT stock_pool_positive CHECK (((amount >= (0)::numeric) AND (quantity >= (0)::numeric)))
);

ALTER TABLE public.stock_pool ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_pool_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_reason (
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.stock_reason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_reason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_reasonevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL
);

ALTER TABLE public.stock_reasonevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_reasonevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_reservation (
    id bigint DEFAULT nextval('public.core_line_id'::regclass) NOT NULL,
    company_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line_id bigint NOT NULL,
    item_id bigint NOT NULL,
    location_id bigint NOT NULL,
    quantity numeric(20,6) NOT NULL,
    open_quantity numeric(20,6) NOT NULL,
    CONSTRAINT stock_reservation_open CHECK (((open_quantity >= (0)::numeric) AND (open_quantity <= quantity)))
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.stock_reservation ALTER COLUMN quantity SET STATISTICS 0;

CREATE TABLE public.stock_serial (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    item_id bigint NOT NULL,
    number character varying(40) NOT NULL,
    location_id bigint,
    state character varying(24) DEFAULT 'in_stock'::character varying NOT NULL,
    line_id bigint,
    CONSTRAINT stock_serial_place CHECK ((((line_id IS NULL) AND (location_id IS NOT NULL) AND (state = ANY (ARRAY['in_stock'::character varying, 'hold'::character varying]))) OR ((line_id IS NOT NULL) AND (location_id IS NOT NULL) AND ((state)::text = 'captured'::text)) OR ((line_id IS NOT NULL) AND (location_id IS NULL) AND (state = ANY (ARRAY['issued'::character varying, 'scrapped'::character varying]))))),
    CONSTRAINT stock_serial_state_check CHECK ((state = ANY (ARRAY['in_stock'::character varying, 'captured'::character varying, 'issued'::character varying, 'hold'::character varying, 'scrapped'::character varying])))
);

ALTER TABLE public.stock_serial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_serial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_serialentry (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    serial_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    location_id bigint NOT NULL,
    line_id bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT stock_serialentry_kind_check CHECK ((kind = ANY (ARRAY['opening'::character varying, 'receipt'::character varying, 'adjustment'::character varying, 'reserve'::character varying, 'release'::character varying, 'issue'::character varying, 'return'::character varying, 'inspect'::character varying, 'scrap'::character varying])))
);

ALTER TABLE public.stock_serialentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_serialentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_valueentry (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    pool_id bigint NOT NULL,
    cause character varying(24) NOT NULL,
    item_id bigint NOT NULL,
    line_id bigint NOT NULL,
    quantity_delta numeric(20,6) NOT NULL,
    amount_delta numeric(20,2) NOT NULL,
    effective_on date NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT stock_valueentry_cause_check CHECK ((cause = ANY (ARRAY['opening'::character varying, 'receipt'::character varying, 'adjustment'::character varying, 'issue'::character varying, 'revaluation'::character varying, 'return'::character varying, 'scrap'::character varying])))
);
ALTER TABLE ONLY public.stock_valueentry ALTER COLUMN quantity_delta SET STATISTICS 0;
ALTER TABLE ONLY public.stock_valueentry ALTER COLUMN amount_delta SET STATISTICS 0;

ALTER TABLE public.stock_valueentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_valueentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_warehouse (
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    province character varying(40) NOT NULL,
    state character varying(24) NOT NULL,
    CONSTRAINT stock_warehouse_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.stock_warehouse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_warehouse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stock_warehouseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    company_id bigint NOT NULL,
    name_en character varying(120) NOT NULL,
    name_zh character varying(120) NOT NULL,
    code character varying(24) NOT NULL,
    province character varying(40) NOT NULL,
    state character varying(24) NOT NULL,
    CONSTRAINT stock_warehouseevent_state_check CHECK ((state = ANY (ARRAY['active'::character varying, 'blocked'::character varying])))
);

ALTER TABLE public.stock_warehouseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stock_warehouseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);

ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_accessreview
    ADD CONSTRAINT core_accessreview_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.core_accessreview
    ADD CONSTRAINT core_accessreview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_accessreviewline
    ADD CONSTRAINT core_accessreviewline_once UNIQUE (company_id, review_id, user_id, role_id);

ALTER TABLE ONLY public.core_accessreviewline
    ADD CONSTRAINT core_accessreviewline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_alert
    ADD CONSTRAINT core_alert_name UNIQUE (company_id, name);

ALTER TABLE ONLY public.core_alert
    ADD CONSTRAINT core_alert_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_alertevent
    ADD CONSTRAINT core_alertevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_announcement
    ADD CONSTRAINT core_announcement_once UNIQUE (company_id, name_en, first_on);

ALTER TABLE ONLY public.core_announcement
    ADD CONSTRAINT core_announcement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_announcementevent
    ADD CONSTRAINT core_announcementevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_apitoken
    ADD CONSTRAINT core_apitoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_apitoken
    ADD CONSTRAINT core_apitoken_prefix_key UNIQUE (prefix);

ALTER TABLE ONLY public.core_apitokenevent
    ADD CONSTRAINT core_apitokenevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_approvalanswer
    ADD CONSTRAINT core_approvalanswer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_approvaldelegation
    ADD CONSTRAINT core_approvaldelegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_approvalnode
    ADD CONSTRAINT core_approvalnode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_approvalnodeevent
    ADD CONSTRAINT core_approvalnodeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_approvalrequest
    ADD CONSTRAINT core_approvalrequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_approvalroute
    ADD CONSTRAINT core_approvalroute_code UNIQUE NULLS NOT DISTINCT (company_id, code);

ALTER TABLE ONLY public.core_approvalroute
    ADD CONSTRAINT core_approvalroute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_approvalrouteevent
    ADD CONSTRAINT core_approvalrouteevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_approvalstep
    ADD CONSTRAINT core_approvalstep_once UNIQUE (company_id, request_id, node_id);

ALTER TABLE ONLY public.core_approvalstep
    ADD CONSTRAINT core_approvalstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_approvaltask
    ADD CONSTRAINT core_approvaltask_once UNIQUE (company_id, request_id, step_id, user_id);

ALTER TABLE ONLY public.core_approvaltask
    ADD CONSTRAINT core_approvaltask_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_attachment
    ADD CONSTRAINT core_attachment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_callrate
    ADD CONSTRAINT core_callrate_pkey PRIMARY KEY (caller);

ALTER TABLE ONLY public.core_comment
    ADD CONSTRAINT core_comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_company
    ADD CONSTRAINT core_company_code_key UNIQUE (code);

ALTER TABLE ONLY public.core_company
    ADD CONSTRAINT core_company_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_companyevent
    ADD CONSTRAINT core_companyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_counter
    ADD CONSTRAINT core_counter_key UNIQUE (company_id, kind, month);

ALTER TABLE ONLY public.core_counter
    ADD CONSTRAINT core_counter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_currency
    ADD CONSTRAINT core_currency_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.core_customchange
    ADD CONSTRAINT core_customchange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_customfield
    ADD CONSTRAINT core_customfield_code UNIQUE (company_id, kind, code);

ALTER TABLE ONLY public.core_customfield
    ADD CONSTRAINT core_customfield_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_customfieldevent
    ADD CONSTRAINT core_customfieldevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_customvalues
    ADD CONSTRAINT core_customvalues_document UNIQUE (company_id, kind, document_id);

ALTER TABLE ONLY public.core_customvalues
    ADD CONSTRAINT core_customvalues_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_datascope
    ADD CONSTRAINT core_datascope_once UNIQUE NULLS NOT DISTINCT (company_id, user_id, role_id, dimension);

ALTER TABLE ONLY public.core_datascope
    ADD CONSTRAINT core_datascope_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_datascopeevent
    ADD CONSTRAINT core_datascopeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_defaultview
    ADD CONSTRAINT core_defaultview_once UNIQUE (company_id, list_code, user_id);

ALTER TABLE ONLY public.core_defaultview
    ADD CONSTRAINT core_defaultview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_dictionaryentry
    ADD CONSTRAINT core_dictionaryentry_code UNIQUE (dictionary, code);

ALTER TABLE ONLY public.core_dictionaryentry
    ADD CONSTRAINT core_dictionaryentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_dictionaryentryevent
    ADD CONSTRAINT core_dictionaryentryevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_documentversion
    ADD CONSTRAINT core_documentversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_dutyconflict
    ADD CONSTRAINT core_dutyconflict_once UNIQUE (first, second);

ALTER TABLE ONLY public.core_dutyconflict
    ADD CONSTRAINT core_dutyconflict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_dutyconflictevent
    ADD CONSTRAINT core_dutyconflictevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_dutyexception
    ADD CONSTRAINT core_dutyexception_once UNIQUE (company_id, user_id, conflict_id);

ALTER TABLE ONLY public.core_dutyexception
    ADD CONSTRAINT core_dutyexception_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_dutyexceptionevent
    ADD CONSTRAINT core_dutyexceptionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_escalation
    ADD CONSTRAINT core_escalation_kind UNIQUE (company_id, kind);

ALTER TABLE ONLY public.core_escalation
    ADD CONSTRAINT core_escalation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_escalationevent
    ADD CONSTRAINT core_escalationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_figure
    ADD CONSTRAINT core_figure_once UNIQUE (company_id, code, counted_on, part);

ALTER TABLE ONLY public.core_figure
    ADD CONSTRAINT core_figure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_file
    ADD CONSTRAINT core_file_hash UNIQUE (company_id, sha256);

ALTER TABLE ONLY public.core_file
    ADD CONSTRAINT core_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_import
    ADD CONSTRAINT core_import_once UNIQUE (company_id, kind, file_id);

ALTER TABLE ONLY public.core_import
    ADD CONSTRAINT core_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_importmapping
    ADD CONSTRAINT core_importmapping_once UNIQUE (company_id, user_id, kind);

ALTER TABLE ONLY public.core_importmapping
    ADD CONSTRAINT core_importmapping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_importrejection
    ADD CONSTRAINT core_importrejection_once UNIQUE (company_id, document_id, "row");

ALTER TABLE ONLY public.core_importrejection
    ADD CONSTRAINT core_importrejection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_job
    ADD CONSTRAINT core_job_key UNIQUE (company_id, key);

ALTER TABLE ONLY public.core_job
    ADD CONSTRAINT core_job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_jobrejection
    ADD CONSTRAINT core_jobrejection_once UNIQUE (company_id, job_id, document_id);

ALTER TABLE ONLY public.core_jobrejection
    ADD CONSTRAINT core_jobrejection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_letterhead
    ADD CONSTRAINT core_letterhead_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_loginentry
    ADD CONSTRAINT core_loginentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_membership
    ADD CONSTRAINT core_membership_once UNIQUE (company_id, user_id, role_id);

ALTER TABLE ONLY public.core_membership
    ADD CONSTRAINT core_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_membershipevent
    ADD CONSTRAINT core_membershipevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_message
    ADD CONSTRAINT core_message_key UNIQUE (company_id, key);

ALTER TABLE ONLY public.core_message
    ADD CONSTRAINT core_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_once UNIQUE (company_id, kind, subject_id, user_id, level);

ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_papertemplate
    ADD CONSTRAINT core_papertemplate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_papertemplate
    ADD CONSTRAINT core_papertemplate_version UNIQUE (company_id, form, version);

ALTER TABLE ONLY public.core_parameter
    ADD CONSTRAINT core_parameter_once UNIQUE (company_id, code);

ALTER TABLE ONLY public.core_parameter
    ADD CONSTRAINT core_parameter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_parameterevent
    ADD CONSTRAINT core_parameterevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_period
    ADD CONSTRAINT core_period_key UNIQUE (company_id, module, month);

ALTER TABLE ONLY public.core_period
    ADD CONSTRAINT core_period_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_region
    ADD CONSTRAINT core_region_code_key UNIQUE (code);

ALTER TABLE ONLY public.core_region
    ADD CONSTRAINT core_region_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_regionevent
    ADD CONSTRAINT core_regionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_retention
    ADD CONSTRAINT core_retention_pkey PRIMARY KEY (log);

ALTER TABLE ONLY public.core_retentionevent
    ADD CONSTRAINT core_retentionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_rightschange
    ADD CONSTRAINT core_rightschange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_role
    ADD CONSTRAINT core_role_pkey PRIMARY KEY (group_id);

ALTER TABLE ONLY public.core_roleevent
    ADD CONSTRAINT core_roleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_run
    ADD CONSTRAINT core_run_key UNIQUE (company_id, key);

ALTER TABLE ONLY public.core_run
    ADD CONSTRAINT core_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_savedview
    ADD CONSTRAINT core_savedview_name UNIQUE (company_id, list_code, user_id, name);

ALTER TABLE ONLY public.core_savedview
    ADD CONSTRAINT core_savedview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_seal
    ADD CONSTRAINT core_seal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_seal
    ADD CONSTRAINT core_seal_previous_hash_key UNIQUE (previous_hash);

ALTER TABLE ONLY public.core_sealpart
    ADD CONSTRAINT core_sealpart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_secondfactorrule
    ADD CONSTRAINT core_secondfactorrule_once UNIQUE NULLS NOT DISTINCT (company_id, role_id);

ALTER TABLE ONLY public.core_secondfactorrule
    ADD CONSTRAINT core_secondfactorrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_secondfactorruleevent
    ADD CONSTRAINT core_secondfactorruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_timeline
    ADD CONSTRAINT core_timeline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_unit
    ADD CONSTRAINT core_unit_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.core_unit
    ADD CONSTRAINT core_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_unitevent
    ADD CONSTRAINT core_unitevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_user_id_group_id_c82fcad1_uniq UNIQUE (user_id, group_id);

ALTER TABLE ONLY public.core_user
    ADD CONSTRAINT core_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permissions_user_id_permission_id_73ea0daa_uniq UNIQUE (user_id, permission_id);

ALTER TABLE ONLY public.core_user
    ADD CONSTRAINT core_user_username_key UNIQUE (username);

ALTER TABLE ONLY public.core_verdict
    ADD CONSTRAINT core_verdict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_webhook
    ADD CONSTRAINT core_webhook_name UNIQUE (company_id, name);

ALTER TABLE ONLY public.core_webhook
    ADD CONSTRAINT core_webhook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_webhookdelivery
    ADD CONSTRAINT core_webhookdelivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_webhookevent
    ADD CONSTRAINT core_webhookevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_webhookmessage
    ADD CONSTRAINT core_webhookmessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_work
    ADD CONSTRAINT core_work_chunk UNIQUE (company_id, key, number);

ALTER TABLE ONLY public.core_work
    ADD CONSTRAINT core_work_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_accountbalance
    ADD CONSTRAINT finance_accountbalance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_accountdimension
    ADD CONSTRAINT finance_accountdimension_once UNIQUE (company_id, account_id, dimension);

ALTER TABLE ONLY public.finance_accountdimension
    ADD CONSTRAINT finance_accountdimension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_accountdimensionevent
    ADD CONSTRAINT finance_accountdimensionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_accountevent
    ADD CONSTRAINT finance_accountevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_accountstatement
    ADD CONSTRAINT finance_accountstatement_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_accountstatement
    ADD CONSTRAINT finance_accountstatement_once UNIQUE (company_id, party_id, last_on);

ALTER TABLE ONLY public.finance_accountstatement
    ADD CONSTRAINT finance_accountstatement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_allocationline
    ADD CONSTRAINT finance_allocationline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationrule_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_allocationruleevent
    ADD CONSTRAINT finance_allocationruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_allocationrun
    ADD CONSTRAINT finance_allocationrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_allocationtarget
    ADD CONSTRAINT finance_allocationtarget_key UNIQUE (company_id, rule_id, unit_id);

ALTER TABLE ONLY public.finance_allocationtarget
    ADD CONSTRAINT finance_allocationtarget_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_allocationtargetevent
    ADD CONSTRAINT finance_allocationtargetevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_accountbalance
    ADD CONSTRAINT finance_balance_key UNIQUE (company_id, account_id, month);

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankaccountevent
    ADD CONSTRAINT finance_bankaccountevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_bankgateway
    ADD CONSTRAINT finance_bankgateway_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_bankgateway
    ADD CONSTRAINT finance_bankgateway_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankgatewayevent
    ADD CONSTRAINT finance_bankgatewayevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_bankline
    ADD CONSTRAINT finance_bankline_key UNIQUE (company_id, statement_id, ordinal);

ALTER TABLE ONLY public.finance_bankline
    ADD CONSTRAINT finance_bankline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankmapping
    ADD CONSTRAINT finance_bankmapping_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_bankmapping
    ADD CONSTRAINT finance_bankmapping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankmappingevent
    ADD CONSTRAINT finance_bankmappingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_bankmessage
    ADD CONSTRAINT finance_bankmessage_once UNIQUE (company_id, payment_run_id);

ALTER TABLE ONLY public.finance_bankmessage
    ADD CONSTRAINT finance_bankmessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankreceipt
    ADD CONSTRAINT finance_bankreceipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankreceived
    ADD CONSTRAINT finance_bankreceived_once UNIQUE (company_id, gateway_id, number);

ALTER TABLE ONLY public.finance_bankreceived
    ADD CONSTRAINT finance_bankreceived_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankrule
    ADD CONSTRAINT finance_bankrule_pattern UNIQUE (company_id, direction, pattern);

ALTER TABLE ONLY public.finance_bankrule
    ADD CONSTRAINT finance_bankrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_bankruleevent
    ADD CONSTRAINT finance_bankruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_bankstatement
    ADD CONSTRAINT finance_bankstatement_no UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_bankstatement
    ADD CONSTRAINT finance_bankstatement_order UNIQUE (company_id, bank_account_id, year, sequence);

ALTER TABLE ONLY public.finance_bankstatement
    ADD CONSTRAINT finance_bankstatement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budget
    ADD CONSTRAINT finance_budget_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_budget
    ADD CONSTRAINT finance_budget_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetbalance
    ADD CONSTRAINT finance_budgetbalance_pkey PRIMARY KEY (line_id);

ALTER TABLE ONLY public.finance_budgetchange
    ADD CONSTRAINT finance_budgetchange_number UNIQUE (company_id, budget_id, number);

ALTER TABLE ONLY public.finance_budgetchange
    ADD CONSTRAINT finance_budgetchange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetchangeline
    ADD CONSTRAINT finance_budgetchangeline_key UNIQUE (company_id, change_id, line_id);

ALTER TABLE ONLY public.finance_budgetchangeline
    ADD CONSTRAINT finance_budgetchangeline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetentry
    ADD CONSTRAINT finance_budgetentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_key UNIQUE NULLS NOT DISTINCT (company_id, budget_id, account_id, unit_id, project_id, month, category, channel, beneficiary, name);

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetreading
    ADD CONSTRAINT finance_budgetreading_key UNIQUE (company_id, voucher_id);

ALTER TABLE ONLY public.finance_budgetreading
    ADD CONSTRAINT finance_budgetreading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetthreshold
    ADD CONSTRAINT finance_budgetthreshold_key UNIQUE NULLS NOT DISTINCT (company_id, budget_id, used_pct, action);

ALTER TABLE ONLY public.finance_budgetthreshold
    ADD CONSTRAINT finance_budgetthreshold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_budgetthresholdevent
    ADD CONSTRAINT finance_budgetthresholdevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_cashaccount
    ADD CONSTRAINT finance_cashaccount_once UNIQUE (company_id, account_id);

ALTER TABLE ONLY public.finance_cashaccount
    ADD CONSTRAINT finance_cashaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_cashbalance
    ADD CONSTRAINT finance_cashbalance_key UNIQUE NULLS NOT DISTINCT (company_id, item_id, month);

ALTER TABLE ONLY public.finance_cashbalance
    ADD CONSTRAINT finance_cashbalance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_cashitemrule
    ADD CONSTRAINT finance_cashitemrule_once UNIQUE NULLS NOT DISTINCT (company_id, event_kind, component, account_id);

ALTER TABLE ONLY public.finance_cashitemrule
    ADD CONSTRAINT finance_cashitemrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_cashitemruleevent
    ADD CONSTRAINT finance_cashitemruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_cashmove
    ADD CONSTRAINT finance_cashmove_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_close
    ADD CONSTRAINT finance_close_month UNIQUE (company_id, month);

ALTER TABLE ONLY public.finance_close
    ADD CONSTRAINT finance_close_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_closepolicy
    ADD CONSTRAINT finance_closepolicy_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_closepolicy
    ADD CONSTRAINT finance_closepolicy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_closepolicyevent
    ADD CONSTRAINT finance_closepolicyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_closereport
    ADD CONSTRAINT finance_closereport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_closereport
    ADD CONSTRAINT finance_closereport_revision UNIQUE (company_id, close_id, revision);

ALTER TABLE ONLY public.finance_closestep
    ADD CONSTRAINT finance_closestep_once UNIQUE (company_id, close_id, step);

ALTER TABLE ONLY public.finance_closestep
    ADD CONSTRAINT finance_closestep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_countedvoucher
    ADD CONSTRAINT finance_countedvoucher_pkey PRIMARY KEY (voucher_id);

ALTER TABLE ONLY public.finance_creditbalance
    ADD CONSTRAINT finance_creditbalance_key UNIQUE (company_id, group_id, share);

ALTER TABLE ONLY public.finance_creditbalance
    ADD CONSTRAINT finance_creditbalance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditentry
    ADD CONSTRAINT finance_creditentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditgroup
    ADD CONSTRAINT finance_creditgroup_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_creditgroup
    ADD CONSTRAINT finance_creditgroup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditgroupevent
    ADD CONSTRAINT finance_creditgroupevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_creditlimit
    ADD CONSTRAINT finance_creditlimit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditposition
    ADD CONSTRAINT finance_creditposition_key UNIQUE (company_id, group_id, share, kind);

ALTER TABLE ONLY public.finance_creditposition
    ADD CONSTRAINT finance_creditposition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditreading
    ADD CONSTRAINT finance_creditreading_key UNIQUE (company_id, voucher_id);

ALTER TABLE ONLY public.finance_creditreading
    ADD CONSTRAINT finance_creditreading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditrelease
    ADD CONSTRAINT finance_creditrelease_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditterm
    ADD CONSTRAINT finance_creditterm_party_id_key UNIQUE (party_id);

ALTER TABLE ONLY public.finance_creditterm
    ADD CONSTRAINT finance_creditterm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_credittermevent
    ADD CONSTRAINT finance_credittermevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_creditthreshold
    ADD CONSTRAINT finance_creditthreshold_key UNIQUE (company_id, kind, value);

ALTER TABLE ONLY public.finance_creditthreshold
    ADD CONSTRAINT finance_creditthreshold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_creditthresholdevent
    ADD CONSTRAINT finance_creditthresholdevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_currencybalance
    ADD CONSTRAINT finance_currencybalance_key UNIQUE (company_id, account_id, month);

ALTER TABLE ONLY public.finance_currencybalance
    ADD CONSTRAINT finance_currencybalance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_currencyline
    ADD CONSTRAINT finance_currencyline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_dimensiontotal
    ADD CONSTRAINT finance_dimensiontotal_key UNIQUE (company_id, dimension, account_id, month, value_id);

ALTER TABLE ONLY public.finance_dimensiontotal
    ADD CONSTRAINT finance_dimensiontotal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_dimensionvalue
    ADD CONSTRAINT finance_dimensionvalue_code UNIQUE (company_id, dimension, code);

ALTER TABLE ONLY public.finance_dimensionvalue
    ADD CONSTRAINT finance_dimensionvalue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_dimensionvalueevent
    ADD CONSTRAINT finance_dimensionvalueevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_voucherdraft
    ADD CONSTRAINT finance_draft_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_draftline_key UNIQUE (company_id, draft_id, ordinal);

ALTER TABLE ONLY public.finance_dunningitem
    ADD CONSTRAINT finance_dunningitem_once UNIQUE (company_id, document_id, level, due_on);

ALTER TABLE ONLY public.finance_dunningitem
    ADD CONSTRAINT finance_dunningitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_dunningletter
    ADD CONSTRAINT finance_dunningletter_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_dunningletter
    ADD CONSTRAINT finance_dunningletter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_dunninglevel
    ADD CONSTRAINT finance_dunninglevel_key UNIQUE (company_id, level);

ALTER TABLE ONLY public.finance_dunninglevel
    ADD CONSTRAINT finance_dunninglevel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_dunninglevelevent
    ADD CONSTRAINT finance_dunninglevelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_party UNIQUE (company_id, party_id);

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_user UNIQUE (company_id, user_id);

ALTER TABLE ONLY public.finance_employeeevent
    ADD CONSTRAINT finance_employeeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_event
    ADD CONSTRAINT finance_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_eventcurrency
    ADD CONSTRAINT finance_eventcurrency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_eventline
    ADD CONSTRAINT finance_eventline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_eventpending
    ADD CONSTRAINT finance_eventpending_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.finance_exchangerate
    ADD CONSTRAINT finance_exchangerate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_exchangerateevent
    ADD CONSTRAINT finance_exchangerateevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_expenseclaim
    ADD CONSTRAINT finance_expenseclaim_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_expenseclaim
    ADD CONSTRAINT finance_expenseclaim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_expensekind
    ADD CONSTRAINT finance_expensekind_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_expensekind
    ADD CONSTRAINT finance_expensekind_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_expensekindevent
    ADD CONSTRAINT finance_expensekindevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_expenselimit
    ADD CONSTRAINT finance_expenselimit_once UNIQUE NULLS NOT DISTINCT (company_id, expense_kind_id, grade, unit_id, city_class);

ALTER TABLE ONLY public.finance_expenselimit
    ADD CONSTRAINT finance_expenselimit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_expenselimitevent
    ADD CONSTRAINT finance_expenselimitevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_expenseline
    ADD CONSTRAINT finance_expenseline_invoice EXCLUDE USING btree (invoice_number WITH =) WHERE ((is_live AND ((invoice_number)::text <> ''::text)));

ALTER TABLE ONLY public.finance_expenseline
    ADD CONSTRAINT finance_expenseline_key UNIQUE (company_id, claim_id, ordinal);

ALTER TABLE ONLY public.finance_expenseline
    ADD CONSTRAINT finance_expenseline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_fee
    ADD CONSTRAINT finance_fee_key UNIQUE (company_id, document_id, policy_id);

ALTER TABLE ONLY public.finance_fee
    ADD CONSTRAINT finance_fee_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_feeentry
    ADD CONSTRAINT finance_feeentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_feepolicyevent
    ADD CONSTRAINT finance_feepolicyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_feevoucher
    ADD CONSTRAINT finance_feevoucher_pkey PRIMARY KEY (voucher_id);

ALTER TABLE ONLY public.finance_gatewaymessage
    ADD CONSTRAINT finance_gatewaymessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_inputinvoice
    ADD CONSTRAINT finance_inputinvoice_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_inputinvoice
    ADD CONSTRAINT finance_inputinvoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_inputinvoiceline
    ADD CONSTRAINT finance_inputinvoiceline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_inputinvoiceline
    ADD CONSTRAINT finance_inputline_key UNIQUE (company_id, invoice_id, line_number);

ALTER TABLE ONLY public.finance_invoicerule
    ADD CONSTRAINT finance_invoicerule_once UNIQUE NULLS NOT DISTINCT (company_id, party_id, party_group_id, unit_id, valid_from);

ALTER TABLE ONLY public.finance_invoicerule
    ADD CONSTRAINT finance_invoicerule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_invoiceruleevent
    ADD CONSTRAINT finance_invoiceruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_itemaccount
    ADD CONSTRAINT finance_itemaccount_once UNIQUE (company_id, account_id);

ALTER TABLE ONLY public.finance_itemaccount
    ADD CONSTRAINT finance_itemaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemaccountevent
    ADD CONSTRAINT finance_itemaccountevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_itemapplication
    ADD CONSTRAINT finance_itemapplication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemdocument
    ADD CONSTRAINT finance_itemdocument_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_itemdocument
    ADD CONSTRAINT finance_itemdocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemdocumentline
    ADD CONSTRAINT finance_itemdocumentline_key UNIQUE (company_id, document_id, ordinal);

ALTER TABLE ONLY public.finance_itemdocumentline
    ADD CONSTRAINT finance_itemdocumentline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemrevaluation
    ADD CONSTRAINT finance_itemrevaluation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemrule
    ADD CONSTRAINT finance_itemrule_once UNIQUE NULLS NOT DISTINCT (company_id, party_id, method);

ALTER TABLE ONLY public.finance_itemrule
    ADD CONSTRAINT finance_itemrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemruleevent
    ADD CONSTRAINT finance_itemruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_itemshop
    ADD CONSTRAINT finance_itemshop_once UNIQUE (company_id, unit_id);

ALTER TABLE ONLY public.finance_itemshop
    ADD CONSTRAINT finance_itemshop_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_itemshopevent
    ADD CONSTRAINT finance_itemshopevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_journalline
    ADD CONSTRAINT finance_journalline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_openitem
    ADD CONSTRAINT finance_openitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_paymentrequest
    ADD CONSTRAINT finance_payment_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_paymentreason
    ADD CONSTRAINT finance_paymentreason_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_paymentreason
    ADD CONSTRAINT finance_paymentreason_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_paymentreasonevent
    ADD CONSTRAINT finance_paymentreasonevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_paymentrequest
    ADD CONSTRAINT finance_paymentrequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_paymentrun
    ADD CONSTRAINT finance_paymentrun_message UNIQUE (company_id, message);

ALTER TABLE ONLY public.finance_paymentrun
    ADD CONSTRAINT finance_paymentrun_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_paymentrun
    ADD CONSTRAINT finance_paymentrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_postingruleevent
    ADD CONSTRAINT finance_postingruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_exchangerate
    ADD CONSTRAINT finance_rate_once UNIQUE (company_id, kind, currency_id, valid_on);

ALTER TABLE ONLY public.finance_bankreceipt
    ADD CONSTRAINT finance_receipt_number UNIQUE (company_id, account_id, bank_number);

ALTER TABLE ONLY public.finance_reportaccount
    ADD CONSTRAINT finance_reportaccount_once UNIQUE (company_id, account_id);

ALTER TABLE ONLY public.finance_reportaccount
    ADD CONSTRAINT finance_reportaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_reportaccountevent
    ADD CONSTRAINT finance_reportaccountevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_reportline
    ADD CONSTRAINT finance_reportline_code UNIQUE (company_id, report, code);

ALTER TABLE ONLY public.finance_reportline
    ADD CONSTRAINT finance_reportline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_reportlineevent
    ADD CONSTRAINT finance_reportlineevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_revaluation
    ADD CONSTRAINT finance_revaluation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_reversal
    ADD CONSTRAINT finance_reversal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_statistic
    ADD CONSTRAINT finance_statistic_key UNIQUE (company_id, code, unit_id, month);

ALTER TABLE ONLY public.finance_statistic
    ADD CONSTRAINT finance_statistic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_statisticevent
    ADD CONSTRAINT finance_statisticevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_taxinvoice
    ADD CONSTRAINT finance_taxinvoice_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_taxinvoice
    ADD CONSTRAINT finance_taxinvoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_taxinvoiceline
    ADD CONSTRAINT finance_taxinvoiceline_key UNIQUE (company_id, invoice_id, line_number);

ALTER TABLE ONLY public.finance_taxinvoiceline
    ADD CONSTRAINT finance_taxinvoiceline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_taxinvoicepart
    ADD CONSTRAINT finance_taxinvoicepart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_taxmonth
    ADD CONSTRAINT finance_taxmonth_once UNIQUE (company_id, month);

ALTER TABLE ONLY public.finance_taxmonth
    ADD CONSTRAINT finance_taxmonth_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_taxregistration
    ADD CONSTRAINT finance_taxregistration_once UNIQUE (company_id);

ALTER TABLE ONLY public.finance_taxregistration
    ADD CONSTRAINT finance_taxregistration_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_taxregistrationevent
    ADD CONSTRAINT finance_taxregistrationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_vouchertemplate
    ADD CONSTRAINT finance_template_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_templateline_key UNIQUE (company_id, template_id, ordinal);

ALTER TABLE ONLY public.finance_voucher
    ADD CONSTRAINT finance_voucher_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.finance_voucher
    ADD CONSTRAINT finance_voucher_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_voucherdraft
    ADD CONSTRAINT finance_voucherdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraftline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_vouchertemplate
    ADD CONSTRAINT finance_vouchertemplate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_vouchertemplateevent
    ADD CONSTRAINT finance_vouchertemplateevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertemplateline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_vouchertotal
    ADD CONSTRAINT finance_vouchertotal_key UNIQUE (company_id, voucher_id, account_id);

ALTER TABLE ONLY public.finance_vouchertotal
    ADD CONSTRAINT finance_vouchertotal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_withdrawnpayment
    ADD CONSTRAINT finance_withdrawnpayment_once UNIQUE (company_id, payment_run_id, payment_id);

ALTER TABLE ONLY public.finance_withdrawnpayment
    ADD CONSTRAINT finance_withdrawnpayment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.finance_yearclosing
    ADD CONSTRAINT finance_yearclosing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_bom
    ADD CONSTRAINT items_bom_once EXCLUDE USING gist (item_id WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE ONLY public.items_bom
    ADD CONSTRAINT items_bom_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_bomevent
    ADD CONSTRAINT items_bomevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_bomline
    ADD CONSTRAINT items_bomline_once UNIQUE (bom_id, component_id);

ALTER TABLE ONLY public.items_bomline
    ADD CONSTRAINT items_bomline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_bomlineevent
    ADD CONSTRAINT items_bomlineevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_brand
    ADD CONSTRAINT items_brand_code_key UNIQUE (code);

ALTER TABLE ONLY public.items_brand
    ADD CONSTRAINT items_brand_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_brandevent
    ADD CONSTRAINT items_brandevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_category
    ADD CONSTRAINT items_category_code_key UNIQUE (code);

ALTER TABLE ONLY public.items_category
    ADD CONSTRAINT items_category_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_categoryevent
    ADD CONSTRAINT items_categoryevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_item
    ADD CONSTRAINT items_item_code_key UNIQUE (code);

ALTER TABLE ONLY public.items_item
    ADD CONSTRAINT items_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_itemevent
    ADD CONSTRAINT items_itemevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_itemsearch
    ADD CONSTRAINT items_itemsearch_pkey PRIMARY KEY (item_id);

ALTER TABLE ONLY public.items_itemunit
    ADD CONSTRAINT items_itemunit_once UNIQUE (item_id, unit_id);

ALTER TABLE ONLY public.items_itemunit
    ADD CONSTRAINT items_itemunit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_itemunitevent
    ADD CONSTRAINT items_itemunitevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_price
    ADD CONSTRAINT items_price_once EXCLUDE USING gist (price_list_id WITH =, item_id WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE ONLY public.items_price
    ADD CONSTRAINT items_price_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_priceevent
    ADD CONSTRAINT items_priceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_pricelist
    ADD CONSTRAINT items_pricelist_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.items_pricelist
    ADD CONSTRAINT items_pricelist_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_pricelistevent
    ADD CONSTRAINT items_pricelistevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_taxclass
    ADD CONSTRAINT items_taxclass_code_key UNIQUE (code);

ALTER TABLE ONLY public.items_taxclass
    ADD CONSTRAINT items_taxclass_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_taxclassevent
    ADD CONSTRAINT items_taxclassevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_taxrate
    ADD CONSTRAINT items_taxrate_once EXCLUDE USING gist (tax_class_id WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE ONLY public.items_taxrate
    ADD CONSTRAINT items_taxrate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.items_taxrateevent
    ADD CONSTRAINT items_taxrateevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.items_unitofmeasure
    ADD CONSTRAINT items_unitofmeasure_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.items_unitofmeasureevent
    ADD CONSTRAINT items_unitofmeasureevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parties_account
    ADD CONSTRAINT parties_account_once UNIQUE (company_id, party_id);

ALTER TABLE ONLY public.parties_account
    ADD CONSTRAINT parties_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parties_accountevent
    ADD CONSTRAINT parties_accountevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.parties_address
    ADD CONSTRAINT parties_address_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parties_addressevent
    ADD CONSTRAINT parties_addressevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.parties_party
    ADD CONSTRAINT parties_party_code_key UNIQUE (code);

ALTER TABLE ONLY public.parties_party
    ADD CONSTRAINT parties_party_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parties_partyevent
    ADD CONSTRAINT parties_partyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.parties_partygroup
    ADD CONSTRAINT parties_partygroup_code_key UNIQUE (code);

ALTER TABLE ONLY public.parties_partygroup
    ADD CONSTRAINT parties_partygroup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parties_partygroupevent
    ADD CONSTRAINT parties_partygroupevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.parties_partyrole
    ADD CONSTRAINT parties_partyrole_once UNIQUE (party_id, role);

ALTER TABLE ONLY public.parties_partyrole
    ADD CONSTRAINT parties_partyrole_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parties_partyroleevent
    ADD CONSTRAINT parties_partyroleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.parties_partysearch
    ADD CONSTRAINT parties_partysearch_pkey PRIMARY KEY (party_id);

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_bundlemember
    ADD CONSTRAINT sales_bundlemember_once UNIQUE (company_id, promotion_id, item_id);

ALTER TABLE ONLY public.sales_bundlemember
    ADD CONSTRAINT sales_bundlemember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_cancellation
    ADD CONSTRAINT sales_cancellation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_changedocument
    ADD CONSTRAINT sales_changedocument_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.sales_changedocument
    ADD CONSTRAINT sales_changedocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_changeline
    ADD CONSTRAINT sales_changeline_key UNIQUE (company_id, document_id, ordinal);

ALTER TABLE ONLY public.sales_changeline
    ADD CONSTRAINT sales_changeline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_channel
    ADD CONSTRAINT sales_channel_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.sales_channel
    ADD CONSTRAINT sales_channel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_channelevent
    ADD CONSTRAINT sales_channelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_coupon
    ADD CONSTRAINT sales_coupon_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.sales_coupon
    ADD CONSTRAINT sales_coupon_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_couponbalance
    ADD CONSTRAINT sales_couponbalance_pkey PRIMARY KEY (coupon_id);

ALTER TABLE ONLY public.sales_couponentry
    ADD CONSTRAINT sales_couponentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_couponevent
    ADD CONSTRAINT sales_couponevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_customerlink
    ADD CONSTRAINT sales_customerlink_order UNIQUE (company_id, order_id);

ALTER TABLE ONLY public.sales_customerlink
    ADD CONSTRAINT sales_customerlink_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_delivery
    ADD CONSTRAINT sales_delivery_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.sales_delivery
    ADD CONSTRAINT sales_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_deliveryline
    ADD CONSTRAINT sales_deliveryline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_difference
    ADD CONSTRAINT sales_difference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_feed
    ADD CONSTRAINT sales_feed_file UNIQUE (company_id, file_id);

ALTER TABLE ONLY public.sales_feed
    ADD CONSTRAINT sales_feed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_feedrow
    ADD CONSTRAINT sales_feedrow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_feekind
    ADD CONSTRAINT sales_feekind_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.sales_feekind
    ADD CONSTRAINT sales_feekind_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_feekindevent
    ADD CONSTRAINT sales_feekindevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_hold
    ADD CONSTRAINT sales_hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_listing
    ADD CONSTRAINT sales_listing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_listing
    ADD CONSTRAINT sales_listing_sku UNIQUE (company_id, shop_id, sku);

ALTER TABLE ONLY public.sales_listingevent
    ADD CONSTRAINT sales_listingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT sales_order_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT sales_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT sales_order_platform_number UNIQUE (company_id, shop_id, platform_number);

ALTER TABLE ONLY public.sales_orderchange
    ADD CONSTRAINT sales_orderchange_once UNIQUE (company_id, order_id, content_hash);

ALTER TABLE ONLY public.sales_orderchange
    ADD CONSTRAINT sales_orderchange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_orderdraft
    ADD CONSTRAINT sales_orderdraft_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.sales_orderdraft
    ADD CONSTRAINT sales_orderdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_orderdraftline
    ADD CONSTRAINT sales_orderdraftline_key UNIQUE (company_id, draft_id, ordinal);

ALTER TABLE ONLY public.sales_orderdraftline
    ADD CONSTRAINT sales_orderdraftline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_orderline
    ADD CONSTRAINT sales_orderline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_promotion
    ADD CONSTRAINT sales_promotion_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.sales_promotion
    ADD CONSTRAINT sales_promotion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_promotionevent
    ADD CONSTRAINT sales_promotionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_promotionuse
    ADD CONSTRAINT sales_promotionuse_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_return
    ADD CONSTRAINT sales_return_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.sales_return
    ADD CONSTRAINT sales_return_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_returnline
    ADD CONSTRAINT sales_returnline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_returnreason
    ADD CONSTRAINT sales_returnreason_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.sales_returnreason
    ADD CONSTRAINT sales_returnreason_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_returnreasonevent
    ADD CONSTRAINT sales_returnreasonevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_reviewcheck
    ADD CONSTRAINT sales_reviewcheck_once UNIQUE (company_id, channel_id, check_code);

ALTER TABLE ONLY public.sales_reviewcheck
    ADD CONSTRAINT sales_reviewcheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_reviewcheckevent
    ADD CONSTRAINT sales_reviewcheckevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_route
    ADD CONSTRAINT sales_route_once UNIQUE NULLS NOT DISTINCT (company_id, channel_id, province, warehouse_id);

ALTER TABLE ONLY public.sales_route
    ADD CONSTRAINT sales_route_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_routeevent
    ADD CONSTRAINT sales_routeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_once UNIQUE NULLS NOT DISTINCT (company_id, promotion_id, shop_id, category_id, item_id);

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_shopevent
    ADD CONSTRAINT sales_shopevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_platform_number UNIQUE (company_id, shop_id, platform_number);

ALTER TABLE ONLY public.sales_statementline
    ADD CONSTRAINT sales_statementline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_statementmapping
    ADD CONSTRAINT sales_statementmapping_once UNIQUE NULLS NOT DISTINCT (company_id, channel_id, shop_id);

ALTER TABLE ONLY public.sales_statementmapping
    ADD CONSTRAINT sales_statementmapping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_statementmappingevent
    ADD CONSTRAINT sales_statementmappingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.sales_statementrow
    ADD CONSTRAINT sales_statementrow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sales_tier
    ADD CONSTRAINT sales_tier_once UNIQUE (company_id, promotion_id, from_amount);

ALTER TABLE ONLY public.sales_tier
    ADD CONSTRAINT sales_tier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_balance
    ADD CONSTRAINT stock_balance_key UNIQUE (company_id, item_id, location_id, quality);

ALTER TABLE ONLY public.stock_balance
    ADD CONSTRAINT stock_balance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_entry
    ADD CONSTRAINT stock_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_location
    ADD CONSTRAINT stock_location_code UNIQUE (company_id, warehouse_id, code);

ALTER TABLE ONLY public.stock_location
    ADD CONSTRAINT stock_location_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_locationevent
    ADD CONSTRAINT stock_locationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_number UNIQUE (company_id, number);

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_movementline
    ADD CONSTRAINT stock_movementline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_pool
    ADD CONSTRAINT stock_pool_key UNIQUE (company_id, item_id);

ALTER TABLE ONLY public.stock_pool
    ADD CONSTRAINT stock_pool_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_reason
    ADD CONSTRAINT stock_reason_code_key UNIQUE (code);

ALTER TABLE ONLY public.stock_reason
    ADD CONSTRAINT stock_reason_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_reasonevent
    ADD CONSTRAINT stock_reasonevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.stock_reservation
    ADD CONSTRAINT stock_reservation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_serial
    ADD CONSTRAINT stock_serial_number UNIQUE (company_id, item_id, number);

ALTER TABLE ONLY public.stock_serial
    ADD CONSTRAINT stock_serial_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_serialentry
    ADD CONSTRAINT stock_serialentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_valueentry
    ADD CONSTRAINT stock_valueentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_warehouse
    ADD CONSTRAINT stock_warehouse_code UNIQUE (company_id, code);

ALTER TABLE ONLY public.stock_warehouse
    ADD CONSTRAINT stock_warehouse_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stock_warehouseevent
    ADD CONSTRAINT stock_warehouseevent_pkey PRIMARY KEY (pgh_id);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);

CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);

CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);

CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);

CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);

CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);

CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);

CREATE UNIQUE INDEX core_accessreview_one_open ON public.core_accessreview USING btree (company_id) WHERE ((state)::text = 'open'::text);

CREATE INDEX core_alert_due ON public.core_alert USING btree (next_run_at) WHERE is_active;

CREATE INDEX core_alertevent_company_id_83159c8e ON public.core_alertevent USING btree (company_id);

CREATE INDEX core_alertevent_owner_id_d8756f96 ON public.core_alertevent USING btree (owner_id);

CREATE INDEX core_alertevent_pgh_context_id_9dff38ed ON public.core_alertevent USING btree (pgh_context_id);

CREATE INDEX core_alertevent_pgh_obj_id_dac733ef ON public.core_alertevent USING btree (pgh_obj_id);

CREATE INDEX core_alertevent_role_id_d3bf33e2 ON public.core_alertevent USING btree (role_id);

CREATE INDEX core_alertevent_user_id_0b6923a9 ON public.core_alertevent USING btree (user_id);

CREATE INDEX core_announcementevent_company_id_c33e6c2b ON public.core_announcementevent USING btree (company_id);

CREATE INDEX core_announcementevent_pgh_context_id_6bddac36 ON public.core_announcementevent USING btree (pgh_context_id);

CREATE INDEX core_announcementevent_pgh_obj_id_8eb647e5 ON public.core_announcementevent USING btree (pgh_obj_id);

CREATE INDEX core_apitoken_prefix_e3ffe00b_like ON public.core_apitoken USING btree (prefix varchar_pattern_ops);

CREATE INDEX core_apitoken_user_id_030d32aa ON public.core_apitoken USING btree (user_id);

CREATE INDEX core_apitokenevent_pgh_context_id_6e83d9f2 ON public.core_apitokenevent USING btree (pgh_context_id);

CREATE INDEX core_apitokenevent_pgh_obj_id_6ee26249 ON public.core_apitokenevent USING btree (pgh_obj_id);

CREATE INDEX core_apitokenevent_user_id_21552555 ON public.core_apitokenevent USING btree (user_id);

CREATE INDEX core_approvalanswer_by ON public.core_approvalanswer USING btree (company_id, user_id, request_id DESC);

CREATE INDEX core_approvalanswer_request ON public.core_approvalanswer USING btree (company_id, request_id);

CREATE INDEX core_approvaldelegation_by ON public.core_approvaldelegation USING btree (company_id, user_id) WHERE (ended_at IS NULL);

CREATE INDEX core_approvaldelegation_of ON public.core_approvaldelegation USING btree (company_id, deputy_id) WHERE (ended_at IS NULL);

CREATE INDEX core_approvalnode_role_id_599d4ab5 ON public.core_approvalnode USING btree (role_id);

CREATE INDEX core_approvalnode_route_id_6b830818 ON public.core_approvalnode USING btree (route_id);

CREATE INDEX core_approvalnode_user_id_3360aee1 ON public.core_approvalnode USING btree (user_id);

CREATE INDEX core_approvalnodeevent_pgh_context_id_d4a72442 ON public.core_approvalnodeevent USING btree (pgh_context_id);

CREATE INDEX core_approvalnodeevent_pgh_obj_id_b282a677 ON public.core_approvalnodeevent USING btree (pgh_obj_id);

CREATE INDEX core_approvalnodeevent_role_id_e1962743 ON public.core_approvalnodeevent USING btree (role_id);

CREATE INDEX core_approvalnodeevent_route_id_42d6625d ON public.core_approvalnodeevent USING btree (route_id);

CREATE INDEX core_approvalnodeevent_user_id_27ffa892 ON public.core_approvalnodeevent USING btree (user_id);

CREATE INDEX core_approvalrequest_asked ON public.core_approvalrequest USING btree (company_id, requester_id, id DESC);

CREATE INDEX core_approvalrequest_document ON public.core_approvalrequest USING btree (company_id, document_id);

CREATE UNIQUE INDEX core_approvalrequest_open ON public.core_approvalrequest USING btree (company_id, kind, document_id) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX core_approvalrouteevent_company_id_693e7e95 ON public.core_approvalrouteevent USING btree (company_id);

CREATE INDEX core_approvalrouteevent_pgh_context_id_c25d01cc ON public.core_approvalrouteevent USING btree (pgh_context_id);

CREATE INDEX core_approvalrouteevent_pgh_obj_id_313b9342 ON public.core_approvalrouteevent USING btree (pgh_obj_id);

CREATE INDEX core_approvalstep_due ON public.core_approvalstep USING btree (company_id, due_at) WHERE ((state)::text = 'open'::text);

CREATE INDEX core_approvaltask_mine ON public.core_approvaltask USING btree (company_id, user_id, request_id DESC) WHERE ((state)::text = 'open'::text);

CREATE INDEX core_attachment_document ON public.core_attachment USING btree (company_id, document_id);

CREATE UNIQUE INDEX core_attachment_once ON public.core_attachment USING btree (company_id, document_id, file_id) WHERE (removed_at IS NULL);

CREATE INDEX core_callrate_caller_6cc16aa5_like ON public.core_callrate USING btree (caller varchar_pattern_ops);

CREATE INDEX core_comment_document ON public.core_comment USING btree (company_id, document_id);

CREATE INDEX core_company_code_7433a5b9_like ON public.core_company USING btree (code varchar_pattern_ops);

CREATE INDEX core_companyevent_currency_id_1b77e6f1 ON public.core_companyevent USING btree (currency_id);

CREATE INDEX core_companyevent_currency_id_1b77e6f1_like ON public.core_companyevent USING btree (currency_id varchar_pattern_ops);

CREATE INDEX core_companyevent_parent_id_81d35f94 ON public.core_companyevent USING btree (parent_id);

CREATE INDEX core_companyevent_pgh_context_id_059e30b6 ON public.core_companyevent USING btree (pgh_context_id);

CREATE INDEX core_companyevent_pgh_obj_id_606191f5 ON public.core_companyevent USING btree (pgh_obj_id);

CREATE INDEX core_currency_code_0c3ee469_like ON public.core_currency USING btree (code varchar_pattern_ops);

CREATE INDEX core_customchange_document ON public.core_customchange USING btree (company_id, document_id);

CREATE INDEX core_customfieldevent_company_id_bb2b56ec ON public.core_customfieldevent USING btree (company_id);

CREATE INDEX core_customfieldevent_pgh_context_id_e98099c3 ON public.core_customfieldevent USING btree (pgh_context_id);

CREATE INDEX core_customfieldevent_pgh_obj_id_7c92fce3 ON public.core_customfieldevent USING btree (pgh_obj_id);

CREATE INDEX core_customvalues_content ON public.core_customvalues USING gin (content jsonb_path_ops);

CREATE INDEX core_customvalues_find ON public.core_customvalues USING gin (public.core_custom_text(content) public.gin_trgm_ops) WITH (fastupdate=off);

CREATE INDEX core_customvalues_grams ON public.core_customvalues USING gin (public.core_grams(public.core_custom_text(content))) WITH (fastupdate=off);

CREATE INDEX core_datascopeevent_company_id_ac212787 ON public.core_datascopeevent USING btree (company_id);

CREATE INDEX core_datascopeevent_pgh_context_id_f2951884 ON public.core_datascopeevent USING btree (pgh_context_id);

CREATE INDEX core_datascopeevent_pgh_obj_id_194c275c ON public.core_datascopeevent USING btree (pgh_obj_id);

CREATE INDEX core_datascopeevent_role_id_4e83f78e ON public.core_datascopeevent USING btree (role_id);

CREATE INDEX core_datascopeevent_user_id_474f8ff0 ON public.core_datascopeevent USING btree (user_id);

CREATE INDEX core_defaultview_view_id_5941350a ON public.core_defaultview USING btree (view_id);

CREATE INDEX core_dictionaryentryevent_pgh_context_id_6c0b19b4 ON public.core_dictionaryentryevent USING btree (pgh_context_id);

CREATE INDEX core_dictionaryentryevent_pgh_obj_id_e6d6482c ON public.core_dictionaryentryevent USING btree (pgh_obj_id);

CREATE INDEX core_documentversion_document ON public.core_documentversion USING btree (company_id, document_id);

CREATE INDEX core_dutyconflictevent_pgh_context_id_0e4fe32a ON public.core_dutyconflictevent USING btree (pgh_context_id);

CREATE INDEX core_dutyconflictevent_pgh_obj_id_3c1535ad ON public.core_dutyconflictevent USING btree (pgh_obj_id);

CREATE INDEX core_dutyexceptionevent_company_id_2e1ce174 ON public.core_dutyexceptionevent USING btree (company_id);

CREATE INDEX core_dutyexceptionevent_conflict_id_58c26e6c ON public.core_dutyexceptionevent USING btree (conflict_id);

CREATE INDEX core_dutyexceptionevent_pgh_context_id_c6337fd5 ON public.core_dutyexceptionevent USING btree (pgh_context_id);

CREATE INDEX core_dutyexceptionevent_pgh_obj_id_cb8e30f0 ON public.core_dutyexceptionevent USING btree (pgh_obj_id);

CREATE INDEX core_dutyexceptionevent_user_id_413a1c1a ON public.core_dutyexceptionevent USING btree (user_id);

CREATE INDEX core_escalationevent_company_id_05ab3768 ON public.core_escalationevent USING btree (company_id);

CREATE INDEX core_escalationevent_pgh_context_id_42510ed5 ON public.core_escalationevent USING btree (pgh_context_id);

CREATE INDEX core_escalationevent_pgh_obj_id_29818788 ON public.core_escalationevent USING btree (pgh_obj_id);

CREATE INDEX core_import_list ON public.core_import USING btree (company_id, id);

CREATE INDEX core_job_mine ON public.core_job USING btree (actor_id, id);

CREATE INDEX core_job_to_do ON public.core_job USING btree (id) WHERE (state = ANY (ARRAY['waiting'::character varying, 'running'::character varying]));

CREATE INDEX core_letterhead_latest ON public.core_letterhead USING btree (company_id, part, id DESC);

CREATE INDEX core_loginentry_user ON public.core_loginentry USING btree (user_id, id);

CREATE INDEX core_membership_role_id_aa9f5356 ON public.core_membership USING btree (role_id);

CREATE INDEX core_membership_user_id_f9b5780b ON public.core_membership USING btree (user_id);

CREATE INDEX core_membershipevent_company_id_d69e809e ON public.core_membershipevent USING btree (company_id);

CREATE INDEX core_membershipevent_pgh_context_id_abfca8de ON public.core_membershipevent USING btree (pgh_context_id);

CREATE INDEX core_membershipevent_pgh_obj_id_58d9241e ON public.core_membershipevent USING btree (pgh_obj_id);

CREATE INDEX core_membershipevent_role_id_656fbaee ON public.core_membershipevent USING btree (role_id);

CREATE INDEX core_membershipevent_user_id_f9668d32 ON public.core_membershipevent USING btree (user_id);

CREATE INDEX core_message_list ON public.core_message USING btree (company_id, id);

CREATE INDEX core_message_push ON public.core_message USING btree (push_at) WHERE (push_at IS NOT NULL);

CREATE INDEX core_message_runs ON public.core_message USING btree (company_id, (runs[1])) WHERE (runs <> '{}'::bigint[]);

CREATE INDEX core_notice_mine ON public.core_notice USING btree (company_id, user_id, id);

CREATE INDEX core_notice_open ON public.core_notice USING btree (company_id, kind, id) WHERE (settled_at IS NULL);

CREATE INDEX core_notice_unread ON public.core_notice USING btree (company_id, user_id, id DESC) WHERE ((read_at IS NULL) AND (settled_at IS NULL));

CREATE INDEX core_parameterevent_company_id_b44bfbcf ON public.core_parameterevent USING btree (company_id);

CREATE INDEX core_parameterevent_pgh_context_id_8e902122 ON public.core_parameterevent USING btree (pgh_context_id);

CREATE INDEX core_parameterevent_pgh_obj_id_327fa5d6 ON public.core_parameterevent USING btree (pgh_obj_id);

CREATE INDEX core_region_code_b7a2f4af_like ON public.core_region USING btree (code varchar_pattern_ops);

CREATE INDEX core_region_parent_id_c48e77f6 ON public.core_region USING btree (parent_id);

CREATE INDEX core_regionevent_parent_id_c063d132 ON public.core_regionevent USING btree (parent_id);

CREATE INDEX core_regionevent_pgh_context_id_407585a1 ON public.core_regionevent USING btree (pgh_context_id);

CREATE INDEX core_regionevent_pgh_obj_id_a2b3d1f3 ON public.core_regionevent USING btree (pgh_obj_id);

CREATE INDEX core_retention_log_3463541c_like ON public.core_retention USING btree (log varchar_pattern_ops);

CREATE INDEX core_retentionevent_pgh_context_id_be061d26 ON public.core_retentionevent USING btree (pgh_context_id);

CREATE INDEX core_retentionevent_pgh_obj_id_d5910668 ON public.core_retentionevent USING btree (pgh_obj_id);

CREATE INDEX core_retentionevent_pgh_obj_id_d5910668_like ON public.core_retentionevent USING btree (pgh_obj_id varchar_pattern_ops);

CREATE INDEX core_rightschange_of ON public.core_rightschange USING btree (company_id, subject, subject_id, id DESC);

CREATE INDEX core_roleevent_group_id_07de313a ON public.core_roleevent USING btree (group_id);

CREATE INDEX core_roleevent_pgh_context_id_a799b83d ON public.core_roleevent USING btree (pgh_context_id);

CREATE INDEX core_roleevent_pgh_obj_id_c9999410 ON public.core_roleevent USING btree (pgh_obj_id);

CREATE INDEX core_seal_previous_hash_e4d7975c_like ON public.core_seal USING btree (previous_hash varchar_pattern_ops);

CREATE INDEX core_sealpart_seal ON public.core_sealpart USING btree (seal_id);

CREATE INDEX core_sealpart_source ON public.core_sealpart USING btree (source, id);

CREATE INDEX core_secondfactorruleevent_company_id_0632b87a ON public.core_secondfactorruleevent USING btree (company_id);

CREATE INDEX core_secondfactorruleevent_pgh_context_id_80726b9b ON public.core_secondfactorruleevent USING btree (pgh_context_id);

CREATE INDEX core_secondfactorruleevent_pgh_obj_id_7f338159 ON public.core_secondfactorruleevent USING btree (pgh_obj_id);

CREATE INDEX core_secondfactorruleevent_role_id_2af3ffc9 ON public.core_secondfactorruleevent USING btree (role_id);

CREATE INDEX core_timeline_bucket ON public.core_timeline USING btree (company_id, bucket);

CREATE INDEX core_unitevent_company_id_719b1bee ON public.core_unitevent USING btree (company_id);

CREATE INDEX core_unitevent_parent_id_27b949a0 ON public.core_unitevent USING btree (parent_id);

CREATE INDEX core_unitevent_pgh_context_id_ab7e0c61 ON public.core_unitevent USING btree (pgh_context_id);

CREATE INDEX core_unitevent_pgh_obj_id_951cafc6 ON public.core_unitevent USING btree (pgh_obj_id);

CREATE INDEX core_user_company_id_2dbe4115 ON public.core_user USING btree (company_id);

CREATE INDEX core_user_find ON public.core_user USING gin (lower(((((((((username)::text || ' '::text) || (last_name)::text) || (first_name)::text) || ' '::text) || (first_name)::text) || ' '::text) || (last_name)::text)) public.gin_trgm_ops) WITH (fastupdate=off);

CREATE INDEX core_user_grams ON public.core_user USING gin (public.core_grams(lower(((((((((username)::text || ' '::text) || (last_name)::text) || (first_name)::text) || ' '::text) || (first_name)::text) || ' '::text) || (last_name)::text)))) WITH (fastupdate=off);

CREATE INDEX core_user_groups_group_id_fe8c697f ON public.core_user_groups USING btree (group_id);

CREATE INDEX core_user_groups_user_id_70b4d9b8 ON public.core_user_groups USING btree (user_id);

CREATE INDEX core_user_user_permissions_permission_id_35ccf601 ON public.core_user_user_permissions USING btree (permission_id);

CREATE INDEX core_user_user_permissions_user_id_085123d3 ON public.core_user_user_permissions USING btree (user_id);

CREATE INDEX core_user_username_36e4f7f7_like ON public.core_user USING btree (username varchar_pattern_ops);

CREATE INDEX core_verdict_run_id_c8f9c969 ON public.core_verdict USING btree (run_id);

CREATE INDEX core_webhookdelivery_due ON public.core_webhookdelivery USING btree (company_id, webhook_id, next_try_at, id) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX core_webhookdelivery_list ON public.core_webhookdelivery USING btree (company_id, id);

CREATE INDEX core_webhookdelivery_message ON public.core_webhookdelivery USING btree (message_id);

CREATE INDEX core_webhookevent_company_id_bdc544a5 ON public.core_webhookevent USING btree (company_id);

CREATE INDEX core_webhookevent_owner_id_39f3da60 ON public.core_webhookevent USING btree (owner_id);

CREATE INDEX core_webhookevent_pgh_context_id_dfcbfbf8 ON public.core_webhookevent USING btree (pgh_context_id);

CREATE INDEX core_webhookevent_pgh_obj_id_409a1150 ON public.core_webhookevent USING btree (pgh_obj_id);

CREATE INDEX core_webhookmessage_age ON public.core_webhookmessage USING btree (happened_at);

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX finance_accountdimensionevent_account_id_6c91ef49 ON public.finance_accountdimensionevent USING btree (account_id);

CREATE INDEX finance_accountdimensionevent_company_id_51018e97 ON public.finance_accountdimensionevent USING btree (company_id);

CREATE INDEX finance_accountdimensionevent_pgh_context_id_04cf8fbe ON public.finance_accountdimensionevent USING btree (pgh_context_id);

CREATE INDEX finance_accountdimensionevent_pgh_obj_id_dfb3ba26 ON public.finance_accountdimensionevent USING btree (pgh_obj_id);

CREATE INDEX finance_accountevent_company_id_b3ae5042 ON public.finance_accountevent USING btree (company_id);

CREATE INDEX finance_accountevent_currency_id_c8fa7f5e ON public.finance_accountevent USING btree (currency_id);

CREATE INDEX finance_accountevent_currency_id_c8fa7f5e_like ON public.finance_accountevent USING btree (currency_id varchar_pattern_ops);

CREATE INDEX finance_accountevent_parent_id_102b7128 ON public.finance_accountevent USING btree (parent_id);

CREATE INDEX finance_accountevent_pgh_context_id_46d1504a ON public.finance_accountevent USING btree (pgh_context_id);

CREATE INDEX finance_accountevent_pgh_obj_id_6039be92 ON public.finance_accountevent USING btree (pgh_obj_id);

CREATE INDEX finance_accountstatement_party ON public.finance_accountstatement USING btree (company_id, party_id, id);

CREATE INDEX finance_accountstatement_state ON public.finance_accountstatement USING btree (company_id, state, id);

CREATE INDEX finance_allocationline_run ON public.finance_allocationline USING btree (company_id, allocation_id);

CREATE INDEX finance_allocationruleevent_basis_account_id_c26f6d67 ON public.finance_allocationruleevent USING btree (basis_account_id);

CREATE INDEX finance_allocationruleevent_company_id_a7a33fed ON public.finance_allocationruleevent USING btree (company_id);

CREATE INDEX finance_allocationruleevent_pgh_context_id_6e97b9b6 ON public.finance_allocationruleevent USING btree (pgh_context_id);

CREATE INDEX finance_allocationruleevent_pgh_obj_id_edafb9d0 ON public.finance_allocationruleevent USING btree (pgh_obj_id);

CREATE INDEX finance_allocationruleevent_source_account_id_f629d81a ON public.finance_allocationruleevent USING btree (source_account_id);

CREATE INDEX finance_allocationruleevent_source_unit_id_a2f445e6 ON public.finance_allocationruleevent USING btree (source_unit_id);

CREATE INDEX finance_allocationruleevent_target_account_id_695740d6 ON public.finance_allocationruleevent USING btree (target_account_id);

CREATE UNIQUE INDEX finance_allocationrun_once ON public.finance_allocationrun USING btree (company_id, rule_id, month) WHERE ((state)::text = 'posted'::text);

CREATE INDEX finance_allocationtargetevent_company_id_cac50f90 ON public.finance_allocationtargetevent USING btree (company_id);

CREATE INDEX finance_allocationtargetevent_pgh_context_id_3cc59ec5 ON public.finance_allocationtargetevent USING btree (pgh_context_id);

CREATE INDEX finance_allocationtargetevent_pgh_obj_id_e44795c0 ON public.finance_allocationtargetevent USING btree (pgh_obj_id);

CREATE INDEX finance_allocationtargetevent_rule_id_72c71b01 ON public.finance_allocationtargetevent USING btree (rule_id);

CREATE INDEX finance_allocationtargetevent_unit_id_f69fda30 ON public.finance_allocationtargetevent USING btree (unit_id);

CREATE INDEX finance_application_credit ON public.finance_itemapplication USING btree (company_id, credit_item_id);

CREATE INDEX finance_application_day ON public.finance_itemapplication USING btree (company_id, applied_on);

CREATE INDEX finance_application_debit ON public.finance_itemapplication USING btree (company_id, debit_item_id);

CREATE INDEX finance_application_reverses ON public.finance_itemapplication USING btree (company_id, reverses_id) WHERE (reverses_id IS NOT NULL);

CREATE INDEX finance_bankaccountevent_account_id_e3edd8b8 ON public.finance_bankaccountevent USING btree (account_id);

CREATE INDEX finance_bankaccountevent_company_id_cb3aa059 ON public.finance_bankaccountevent USING btree (company_id);

CREATE INDEX finance_bankaccountevent_currency_id_c23a92ec ON public.finance_bankaccountevent USING btree (currency_id);

CREATE INDEX finance_bankaccountevent_currency_id_c23a92ec_like ON public.finance_bankaccountevent USING btree (currency_id varchar_pattern_ops);

CREATE INDEX finance_bankaccountevent_gateway_id_9c1874bb ON public.finance_bankaccountevent USING btree (gateway_id);

CREATE INDEX finance_bankaccountevent_owner_id_c44dacb6 ON public.finance_bankaccountevent USING btree (owner_id);

CREATE INDEX finance_bankaccountevent_pgh_context_id_137b1033 ON public.finance_bankaccountevent USING btree (pgh_context_id);

CREATE INDEX finance_bankaccountevent_pgh_obj_id_01ff09da ON public.finance_bankaccountevent USING btree (pgh_obj_id);

CREATE INDEX finance_bankgatewayevent_company_id_4906ce08 ON public.finance_bankgatewayevent USING btree (company_id);

CREATE INDEX finance_bankgatewayevent_pgh_context_id_e85e2d07 ON public.finance_bankgatewayevent USING btree (pgh_context_id);

CREATE INDEX finance_bankgatewayevent_pgh_obj_id_b69e4a94 ON public.finance_bankgatewayevent USING btree (pgh_obj_id);

CREATE INDEX finance_bankline_day ON public.finance_bankline USING btree (company_id, bank_account_id, booked_on);

CREATE INDEX finance_bankline_document ON public.finance_bankline USING btree (company_id, document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX finance_bankline_open ON public.finance_bankline USING btree (company_id, id) WHERE ((state)::text = 'open'::text);

CREATE UNIQUE INDEX finance_bankline_paid_once ON public.finance_bankline USING btree (company_id, document_id) WHERE ((use)::text = 'payment'::text);

CREATE INDEX finance_bankmappingevent_company_id_96f24cee ON public.finance_bankmappingevent USING btree (company_id);

CREATE INDEX finance_bankmappingevent_pgh_context_id_c4a876aa ON public.finance_bankmappingevent USING btree (pgh_context_id);

CREATE INDEX finance_bankmappingevent_pgh_obj_id_6d868a0e ON public.finance_bankmappingevent USING btree (pgh_obj_id);

CREATE INDEX finance_bankmessage_due ON public.finance_bankmessage USING btree (next_try_at, id) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX finance_bankruleevent_company_id_020bd1e3 ON public.finance_bankruleevent USING btree (company_id);

CREATE INDEX finance_bankruleevent_made_by_id_2c0b383b ON public.finance_bankruleevent USING btree (made_by_id);

CREATE INDEX finance_bankruleevent_party_id_ae1b0df4 ON public.finance_bankruleevent USING btree (party_id);

CREATE INDEX finance_bankruleevent_pgh_context_id_e0d4a5bb ON public.finance_bankruleevent USING btree (pgh_context_id);

CREATE INDEX finance_bankruleevent_pgh_obj_id_8cb540d3 ON public.finance_bankruleevent USING btree (pgh_obj_id);

CREATE INDEX finance_bankstatement_sha ON public.finance_bankstatement USING btree (company_id, sha256);

CREATE UNIQUE INDEX finance_budgetchange_asked ON public.finance_budgetchange USING btree (company_id, budget_id) WHERE ((state)::text = 'asked'::text);

CREATE INDEX finance_budgetentry_document ON public.finance_budgetentry USING btree (company_id, document_id);

CREATE INDEX finance_budgetentry_line ON public.finance_budgetentry USING btree (company_id, line_id, id);

CREATE INDEX finance_budgetthresholdevent_budget_id_649a0252 ON public.finance_budgetthresholdevent USING btree (budget_id);

CREATE INDEX finance_budgetthresholdevent_company_id_6a25e8fa ON public.finance_budgetthresholdevent USING btree (company_id);

CREATE INDEX finance_budgetthresholdevent_pgh_context_id_17372142 ON public.finance_budgetthresholdevent USING btree (pgh_context_id);

CREATE INDEX finance_budgetthresholdevent_pgh_obj_id_01aa34e2 ON public.finance_budgetthresholdevent USING btree (pgh_obj_id);

CREATE INDEX finance_cashitemruleevent_account_id_3ae46850 ON public.finance_cashitemruleevent USING btree (account_id);

CREATE INDEX finance_cashitemruleevent_company_id_5562e50a ON public.finance_cashitemruleevent USING btree (company_id);

CREATE INDEX finance_cashitemruleevent_item_in_id_046d306b ON public.finance_cashitemruleevent USING btree (item_in_id);

CREATE INDEX finance_cashitemruleevent_item_out_id_9916146a ON public.finance_cashitemruleevent USING btree (item_out_id);

CREATE INDEX finance_cashitemruleevent_pgh_context_id_d11d2fea ON public.finance_cashitemruleevent USING btree (pgh_context_id);

CREATE INDEX finance_cashitemruleevent_pgh_obj_id_5b5394c8 ON public.finance_cashitemruleevent USING btree (pgh_obj_id);

CREATE INDEX finance_cashmove_item ON public.finance_cashmove USING btree (company_id, item_id, month);

CREATE INDEX finance_cashmove_voucher ON public.finance_cashmove USING btree (company_id, voucher_id);

CREATE INDEX finance_claim_mine ON public.finance_expenseclaim USING btree (company_id, claimant_id, id DESC);

CREATE INDEX finance_claim_state ON public.finance_expenseclaim USING btree (company_id, state, id);

CREATE INDEX finance_closepolicyevent_company_id_7bfb4d29 ON public.finance_closepolicyevent USING btree (company_id);

CREATE INDEX finance_closepolicyevent_pgh_context_id_95cdb9bb ON public.finance_closepolicyevent USING btree (pgh_context_id);

CREATE INDEX finance_closepolicyevent_pgh_obj_id_d38b499d ON public.finance_closepolicyevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX finance_closereport_valid ON public.finance_closereport USING btree (company_id, close_id) WHERE ((state)::text = 'valid'::text);

CREATE INDEX finance_creditbalance_group ON public.finance_creditbalance USING btree (group_id, share);

CREATE INDEX finance_creditentry_document ON public.finance_creditentry USING btree (company_id, document_id);

CREATE INDEX finance_creditentry_group ON public.finance_creditentry USING btree (group_id, kind, id);

CREATE INDEX finance_creditgroup_owner_id_9bf27718 ON public.finance_creditgroup USING btree (owner_id);

CREATE INDEX finance_creditgroupevent_company_id_ec846eb7 ON public.finance_creditgroupevent USING btree (company_id);

CREATE INDEX finance_creditgroupevent_currency_id_0a7aa484 ON public.finance_creditgroupevent USING btree (currency_id);

CREATE INDEX finance_creditgroupevent_currency_id_0a7aa484_like ON public.finance_creditgroupevent USING btree (currency_id varchar_pattern_ops);

CREATE INDEX finance_creditgroupevent_owner_id_19188bfb ON public.finance_creditgroupevent USING btree (owner_id);

CREATE INDEX finance_creditgroupevent_pgh_context_id_ecb7f77a ON public.finance_creditgroupevent USING btree (pgh_context_id);

CREATE INDEX finance_creditgroupevent_pgh_obj_id_ea485814 ON public.finance_creditgroupevent USING btree (pgh_obj_id);

CREATE INDEX finance_creditlimit_group_id_ab9274d0 ON public.finance_creditlimit USING btree (group_id);

CREATE INDEX finance_creditposition_group ON public.finance_creditposition USING btree (group_id, share);

CREATE INDEX finance_creditrelease_document ON public.finance_creditrelease USING btree (company_id, document_id);

CREATE INDEX finance_creditrelease_group ON public.finance_creditrelease USING btree (group_id, state);

CREATE INDEX finance_creditterm_group_id_20d21bf2 ON public.finance_creditterm USING btree (group_id);

CREATE INDEX finance_credittermevent_group_id_592beb2a ON public.finance_credittermevent USING btree (group_id);

CREATE INDEX finance_credittermevent_party_id_23e1c5da ON public.finance_credittermevent USING btree (party_id);

CREATE INDEX finance_credittermevent_pgh_context_id_3bbee1e8 ON public.finance_credittermevent USING btree (pgh_context_id);

CREATE INDEX finance_credittermevent_pgh_obj_id_e7050762 ON public.finance_credittermevent USING btree (pgh_obj_id);

CREATE INDEX finance_creditthresholdevent_company_id_124f4c79 ON public.finance_creditthresholdevent USING btree (company_id);

CREATE INDEX finance_creditthresholdevent_pgh_context_id_19f08272 ON public.finance_creditthresholdevent USING btree (pgh_context_id);

CREATE INDEX finance_creditthresholdevent_pgh_obj_id_06390aac ON public.finance_creditthresholdevent USING btree (pgh_obj_id);

CREATE INDEX finance_dimensionvalueevent_company_id_d3a0c811 ON public.finance_dimensionvalueevent USING btree (company_id);

CREATE INDEX finance_dimensionvalueevent_pgh_context_id_1b89660c ON public.finance_dimensionvalueevent USING btree (pgh_context_id);

CREATE INDEX finance_dimensionvalueevent_pgh_obj_id_3d638ffa ON public.finance_dimensionvalueevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX finance_draft_recurring ON public.finance_voucherdraft USING btree (company_id, template_id, month) WHERE ((kind)::text = 'recurring'::text);

CREATE UNIQUE INDEX finance_draft_reversal ON public.finance_voucherdraft USING btree (company_id, reverses_id) WHERE (((kind)::text = 'reversal'::text) AND (NOT ((state)::text = 'cancelled'::text)));

CREATE UNIQUE INDEX finance_draft_source ON public.finance_voucherdraft USING btree (company_id, source) WHERE ((NOT ((source)::text = ''::text)) AND (NOT ((state)::text = 'cancelled'::text)));

CREATE INDEX finance_draft_state ON public.finance_voucherdraft USING btree (company_id, state, id);

CREATE INDEX finance_draft_voucher ON public.finance_voucherdraft USING btree (company_id, voucher_id) WHERE ((state)::text = 'posted'::text);

CREATE INDEX finance_dunningitem_letter_id_53c5a8c9 ON public.finance_dunningitem USING btree (letter_id);

CREATE INDEX finance_dunninglevelevent_company_id_7fcac998 ON public.finance_dunninglevelevent USING btree (company_id);

CREATE INDEX finance_dunninglevelevent_pgh_context_id_99f6bb04 ON public.finance_dunninglevelevent USING btree (pgh_context_id);

CREATE INDEX finance_dunninglevelevent_pgh_obj_id_dda9f41a ON public.finance_dunninglevelevent USING btree (pgh_obj_id);

CREATE INDEX finance_employeeevent_company_id_8f222a64 ON public.finance_employeeevent USING btree (company_id);

CREATE INDEX finance_employeeevent_party_id_344da681 ON public.finance_employeeevent USING btree (party_id);

CREATE INDEX finance_employeeevent_pgh_context_id_c8e57817 ON public.finance_employeeevent USING btree (pgh_context_id);

CREATE INDEX finance_employeeevent_pgh_obj_id_58e52b22 ON public.finance_employeeevent USING btree (pgh_obj_id);

CREATE INDEX finance_employeeevent_unit_id_52e82801 ON public.finance_employeeevent USING btree (unit_id);

CREATE INDEX finance_employeeevent_user_id_54c23487 ON public.finance_employeeevent USING btree (user_id);

CREATE INDEX finance_employeeevent_value_id_957ae087 ON public.finance_employeeevent USING btree (value_id);

CREATE INDEX finance_event_day ON public.finance_event USING brin (fact_on, posting_on) WITH (pages_per_range='16');

CREATE INDEX finance_event_document ON public.finance_event USING btree (company_id, document_id);

CREATE INDEX finance_eventcurrency_event ON public.finance_eventcurrency USING btree (company_id, event_id);

CREATE INDEX finance_eventline_event ON public.finance_eventline USING btree (company_id, event_id);

CREATE INDEX finance_exchangerateevent_company_id_d2a5ed4a ON public.finance_exchangerateevent USING btree (company_id);

CREATE INDEX finance_exchangerateevent_currency_id_167cc108 ON public.finance_exchangerateevent USING btree (currency_id);

CREATE INDEX finance_exchangerateevent_currency_id_167cc108_like ON public.finance_exchangerateevent USING btree (currency_id varchar_pattern_ops);

CREATE INDEX finance_exchangerateevent_pgh_context_id_ea3b3c31 ON public.finance_exchangerateevent USING btree (pgh_context_id);

CREATE INDEX finance_exchangerateevent_pgh_obj_id_c128723c ON public.finance_exchangerateevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX finance_expenseclaim_once ON public.finance_expenseclaim USING btree (company_id, reverses_id) WHERE (reverses_id IS NOT NULL);

CREATE INDEX finance_expensekindevent_company_id_5181257b ON public.finance_expensekindevent USING btree (company_id);

CREATE INDEX finance_expensekindevent_pgh_context_id_15e4ce94 ON public.finance_expensekindevent USING btree (pgh_context_id);

CREATE INDEX finance_expensekindevent_pgh_obj_id_cea520a8 ON public.finance_expensekindevent USING btree (pgh_obj_id);

CREATE INDEX finance_expenselimitevent_company_id_159adbda ON public.finance_expenselimitevent USING btree (company_id);

CREATE INDEX finance_expenselimitevent_expense_kind_id_226ab69e ON public.finance_expenselimitevent USING btree (expense_kind_id);

CREATE INDEX finance_expenselimitevent_pgh_context_id_dd70755f ON public.finance_expenselimitevent USING btree (pgh_context_id);

CREATE INDEX finance_expenselimitevent_pgh_obj_id_3e1ac202 ON public.finance_expenselimitevent USING btree (pgh_obj_id);

CREATE INDEX finance_expenselimitevent_unit_id_97ed9d68 ON public.finance_expenselimitevent USING btree (unit_id);

CREATE INDEX finance_fee_open ON public.finance_fee USING btree (company_id, id) WHERE (NOT (accrued_amount = settled_amount));

CREATE INDEX finance_fee_policy ON public.finance_fee USING btree (company_id, policy_id, id);

CREATE INDEX finance_feeentry_document ON public.finance_feeentry USING btree (company_id, document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX finance_feeentry_fee ON public.finance_feeentry USING btree (company_id, fee_id, entered_on);

CREATE INDEX finance_feeentry_voucher ON public.finance_feeentry USING btree (company_id, voucher_id) WHERE (voucher_id IS NOT NULL);

CREATE INDEX finance_feepolicyevent_beneficiary_id_ea5b7990 ON public.finance_feepolicyevent USING btree (beneficiary_id);

CREATE INDEX finance_feepolicyevent_company_id_13f40b98 ON public.finance_feepolicyevent USING btree (company_id);

CREATE INDEX finance_feepolicyevent_item_category_id_558e9d86 ON public.finance_feepolicyevent USING btree (item_category_id);

CREATE INDEX finance_feepolicyevent_party_group_id_4ea52f20 ON public.finance_feepolicyevent USING btree (party_group_id);

CREATE INDEX finance_feepolicyevent_party_id_118bdc1a ON public.finance_feepolicyevent USING btree (party_id);

CREATE INDEX finance_feepolicyevent_pgh_context_id_af3369e3 ON public.finance_feepolicyevent USING btree (pgh_context_id);

CREATE INDEX finance_feepolicyevent_pgh_obj_id_ce32ec25 ON public.finance_feepolicyevent USING btree (pgh_obj_id);

CREATE INDEX finance_feepolicyevent_unit_id_b0f26660 ON public.finance_feepolicyevent USING btree (unit_id);

CREATE INDEX finance_inputinvoice_month ON public.finance_inputinvoice USING btree (company_id, month) WHERE (month IS NOT NULL);

CREATE INDEX finance_inputinvoice_state ON public.finance_inputinvoice USING btree (company_id, state, id);

CREATE INDEX finance_inputinvoiceline_invoice_id_13a8fe42 ON public.finance_inputinvoiceline USING btree (invoice_id);

CREATE INDEX finance_invoicepart_document ON public.finance_taxinvoicepart USING btree (company_id, document_id);

CREATE INDEX finance_invoicepart_invoice ON public.finance_taxinvoicepart USING btree (company_id, invoice_id);

CREATE INDEX finance_invoiceruleevent_company_id_cf91aec0 ON public.finance_invoiceruleevent USING btree (company_id);

CREATE INDEX finance_invoiceruleevent_party_group_id_44d69a1b ON public.finance_invoiceruleevent USING btree (party_group_id);

CREATE INDEX finance_invoiceruleevent_party_id_d7582a0b ON public.finance_invoiceruleevent USING btree (party_id);

CREATE INDEX finance_invoiceruleevent_pgh_context_id_4f81e952 ON public.finance_invoiceruleevent USING btree (pgh_context_id);

CREATE INDEX finance_invoiceruleevent_pgh_obj_id_fd7567d5 ON public.finance_invoiceruleevent USING btree (pgh_obj_id);

CREATE INDEX finance_invoiceruleevent_unit_id_5606e7d4 ON public.finance_invoiceruleevent USING btree (unit_id);

CREATE INDEX finance_itemaccountevent_account_id_0b1f6906 ON public.finance_itemaccountevent USING btree (account_id);

CREATE INDEX finance_itemaccountevent_company_id_77842c3e ON public.finance_itemaccountevent USING btree (company_id);

CREATE INDEX finance_itemaccountevent_pgh_context_id_4fb3d042 ON public.finance_itemaccountevent USING btree (pgh_context_id);

CREATE INDEX finance_itemaccountevent_pgh_obj_id_935f5fab ON public.finance_itemaccountevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX finance_itemdocument_bill ON public.finance_itemdocument USING btree (company_id, party_id, reference) WHERE (((kind)::text = 'bill'::text) AND (state = ANY (ARRAY['draft'::character varying, 'posted'::character varying])));

CREATE INDEX finance_itemdocument_kind ON public.finance_itemdocument USING btree (company_id, kind, id);

CREATE INDEX finance_itemdocument_voucher ON public.finance_itemdocument USING btree (company_id, voucher_id) WHERE (voucher_id IS NOT NULL);

CREATE INDEX finance_itemrevaluation_day ON public.finance_itemrevaluation USING btree (company_id, valued_on);

CREATE INDEX finance_itemrevaluation_item ON public.finance_itemrevaluation USING btree (company_id, item_id);

CREATE INDEX finance_itemruleevent_company_id_0472e6af ON public.finance_itemruleevent USING btree (company_id);

CREATE INDEX finance_itemruleevent_party_id_ed195772 ON public.finance_itemruleevent USING btree (party_id);

CREATE INDEX finance_itemruleevent_pgh_context_id_bb7bab06 ON public.finance_itemruleevent USING btree (pgh_context_id);

CREATE INDEX finance_itemruleevent_pgh_obj_id_7917ce73 ON public.finance_itemruleevent USING btree (pgh_obj_id);

CREATE INDEX finance_itemshopevent_company_id_813be839 ON public.finance_itemshopevent USING btree (company_id);

CREATE INDEX finance_itemshopevent_pgh_context_id_13fe89bf ON public.finance_itemshopevent USING btree (pgh_context_id);

CREATE INDEX finance_itemshopevent_pgh_obj_id_45d04c96 ON public.finance_itemshopevent USING btree (pgh_obj_id);

CREATE INDEX finance_itemshopevent_unit_id_94ce86e9 ON public.finance_itemshopevent USING btree (unit_id);

CREATE INDEX finance_journal_voucher ON public.finance_journalline USING btree (company_id, voucher_id);

CREATE INDEX finance_message_document ON public.finance_gatewaymessage USING btree (company_id, document_id);

CREATE INDEX finance_message_due ON public.finance_gatewaymessage USING btree (company_id, next_try_at) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX finance_openitem_account ON public.finance_openitem USING btree (company_id, account_id, id);

CREATE INDEX finance_openitem_document ON public.finance_openitem USING btree (company_id, document_id);

CREATE INDEX finance_openitem_open_party ON public.finance_openitem USING btree (company_id, account_id, party_id) WHERE (open_amount > (0)::numeric);

CREATE INDEX finance_openitem_party ON public.finance_openitem USING btree (company_id, party_id, posting_on);

CREATE INDEX finance_payment_for ON public.finance_paymentrequest USING btree (company_id, document_kind, document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX finance_payment_run ON public.finance_paymentrequest USING btree (company_id, payment_run_id) WHERE (payment_run_id IS NOT NULL);

CREATE INDEX finance_payment_state ON public.finance_paymentrequest USING btree (company_id, state, id);

CREATE INDEX finance_paymentreasonevent_company_id_d9968dc0 ON public.finance_paymentreasonevent USING btree (company_id);

CREATE INDEX finance_paymentreasonevent_pgh_context_id_757eeab6 ON public.finance_paymentreasonevent USING btree (pgh_context_id);

CREATE INDEX finance_paymentreasonevent_pgh_obj_id_63640ccb ON public.finance_paymentreasonevent USING btree (pgh_obj_id);

CREATE INDEX finance_postingruleevent_company_id_5e6f9c15 ON public.finance_postingruleevent USING btree (company_id);

CREATE INDEX finance_postingruleevent_credit_account_id_ad463f5f ON public.finance_postingruleevent USING btree (credit_account_id);

CREATE INDEX finance_postingruleevent_debit_account_id_08899cb3 ON public.finance_postingruleevent USING btree (debit_account_id);

CREATE INDEX finance_postingruleevent_item_category_id_d2459cbc ON public.finance_postingruleevent USING btree (item_category_id);

CREATE INDEX finance_postingruleevent_party_group_id_0668a48c ON public.finance_postingruleevent USING btree (party_group_id);

CREATE INDEX finance_postingruleevent_pgh_context_id_8376b902 ON public.finance_postingruleevent USING btree (pgh_context_id);

CREATE INDEX finance_postingruleevent_pgh_obj_id_94ea463d ON public.finance_postingruleevent USING btree (pgh_obj_id);

CREATE INDEX finance_postingruleevent_tax_class_id_e1af3c2f ON public.finance_postingruleevent USING btree (tax_class_id);

CREATE INDEX finance_receipt_reference ON public.finance_bankreceipt USING btree (company_id, reference) WHERE ((state)::text = 'open'::text);

CREATE INDEX finance_reportaccountevent_account_id_15e0b8f2 ON public.finance_reportaccountevent USING btree (account_id);

CREATE INDEX finance_reportaccountevent_company_id_59fec885 ON public.finance_reportaccountevent USING btree (company_id);

CREATE INDEX finance_reportaccountevent_line_id_b53e9f94 ON public.finance_reportaccountevent USING btree (line_id);

CREATE INDEX finance_reportaccountevent_pgh_context_id_e0e3b47b ON public.finance_reportaccountevent USING btree (pgh_context_id);

CREATE INDEX finance_reportaccountevent_pgh_obj_id_3e305e2e ON public.finance_reportaccountevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX finance_reportline_result ON public.finance_reportline USING btree (company_id, report) WHERE takes_result;

CREATE INDEX finance_reportlineevent_company_id_75f94aa1 ON public.finance_reportlineevent USING btree (company_id);

CREATE INDEX finance_reportlineevent_pgh_context_id_b7c28167 ON public.finance_reportlineevent USING btree (pgh_context_id);

CREATE INDEX finance_reportlineevent_pgh_obj_id_1747c398 ON public.finance_reportlineevent USING btree (pgh_obj_id);

CREATE INDEX finance_revaluation_month ON public.finance_revaluation USING btree (company_id, month);

CREATE INDEX finance_reversal_event ON public.finance_reversal USING btree (company_id, event_id);

CREATE INDEX finance_reversal_reversed ON public.finance_reversal USING btree (company_id, reversed_id);

CREATE INDEX finance_statisticevent_company_id_078b393e ON public.finance_statisticevent USING btree (company_id);

CREATE INDEX finance_statisticevent_pgh_context_id_4e83d88f ON public.finance_statisticevent USING btree (pgh_context_id);

CREATE INDEX finance_statisticevent_pgh_obj_id_c76008cb ON public.finance_statisticevent USING btree (pgh_obj_id);

CREATE INDEX finance_statisticevent_unit_id_4ca124a8 ON public.finance_statisticevent USING btree (unit_id);

CREATE INDEX finance_taxinvoice_day ON public.finance_taxinvoice USING btree (company_id, issued_on) WHERE ((state)::text = 'issued'::text);

CREATE UNIQUE INDEX finance_taxinvoice_issued ON public.finance_taxinvoice USING btree (company_id, invoice_number) WHERE (NOT ((invoice_number)::text = ''::text));

CREATE INDEX finance_taxinvoice_red ON public.finance_taxinvoice USING btree (company_id, original_id) WHERE ((kind)::text = 'red'::text);

CREATE INDEX finance_taxinvoice_state ON public.finance_taxinvoice USING btree (company_id, state, id);

CREATE INDEX finance_taxinvoiceline_invoice_id_d74babbb ON public.finance_taxinvoiceline USING btree (invoice_id);

CREATE INDEX finance_taxregistrationevent_company_id_83f31c87 ON public.finance_taxregistrationevent USING btree (company_id);

CREATE INDEX finance_taxregistrationevent_pgh_context_id_af7c1337 ON public.finance_taxregistrationevent USING btree (pgh_context_id);

CREATE INDEX finance_taxregistrationevent_pgh_obj_id_a83294fb ON public.finance_taxregistrationevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX finance_voucher_collecting ON public.finance_voucher USING btree (company_id, posting_on, event_kind, unit_id, source_id) NULLS NOT DISTINCT WHERE ((state)::text = 'collecting'::text);

CREATE INDEX finance_voucher_day ON public.finance_voucher USING btree (company_id, posting_on, id);

CREATE INDEX finance_vouchertemplateevent_company_id_1daa547e ON public.finance_vouchertemplateevent USING btree (company_id);

CREATE INDEX finance_vouchertemplateevent_pgh_context_id_d799619f ON public.finance_vouchertemplateevent USING btree (pgh_context_id);

CREATE INDEX finance_vouchertemplateevent_pgh_obj_id_a0e60577 ON public.finance_vouchertemplateevent USING btree (pgh_obj_id);

CREATE INDEX finance_vouchertotal_account ON public.finance_vouchertotal USING btree (company_id, account_id, voucher_id);

CREATE INDEX finance_withdrawnpayment_of ON public.finance_withdrawnpayment USING btree (company_id, payment_id);

CREATE UNIQUE INDEX finance_year_once ON public.finance_yearclosing USING btree (company_id, year) WHERE ((state)::text = 'closed'::text);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX items_bom_item_id_f0906f67 ON public.items_bom USING btree (item_id);

CREATE INDEX items_bomevent_item_id_86584d6f ON public.items_bomevent USING btree (item_id);

CREATE INDEX items_bomevent_pgh_context_id_ac5be405 ON public.items_bomevent USING btree (pgh_context_id);

CREATE INDEX items_bomevent_pgh_obj_id_bfa89b80 ON public.items_bomevent USING btree (pgh_obj_id);

CREATE INDEX items_bomline_bom_id_7eddebe4 ON public.items_bomline USING btree (bom_id);

CREATE INDEX items_bomline_component_id_63fba363 ON public.items_bomline USING btree (component_id);

CREATE INDEX items_bomlineevent_bom_id_d9dfc4b9 ON public.items_bomlineevent USING btree (bom_id);

CREATE INDEX items_bomlineevent_component_id_70358259 ON public.items_bomlineevent USING btree (component_id);

CREATE INDEX items_bomlineevent_pgh_context_id_209c2357 ON public.items_bomlineevent USING btree (pgh_context_id);

CREATE INDEX items_bomlineevent_pgh_obj_id_c46332e4 ON public.items_bomlineevent USING btree (pgh_obj_id);

CREATE INDEX items_brand_code_688209f7_like ON public.items_brand USING btree (code varchar_pattern_ops);

CREATE INDEX items_brandevent_pgh_context_id_09421623 ON public.items_brandevent USING btree (pgh_context_id);

CREATE INDEX items_brandevent_pgh_obj_id_9a147fe7 ON public.items_brandevent USING btree (pgh_obj_id);

CREATE INDEX items_category_code_65403dba_like ON public.items_category USING btree (code varchar_pattern_ops);

CREATE INDEX items_categoryevent_parent_id_234820fe ON public.items_categoryevent USING btree (parent_id);

CREATE INDEX items_categoryevent_pgh_context_id_dbf79753 ON public.items_categoryevent USING btree (pgh_context_id);

CREATE INDEX items_categoryevent_pgh_obj_id_1235f515 ON public.items_categoryevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX items_item_barcode ON public.items_item USING btree (barcode) WHERE (NOT ((barcode)::text = ''::text));

CREATE INDEX items_item_category_id_98ac533d ON public.items_item USING btree (category_id);

CREATE INDEX items_item_code_66868066_like ON public.items_item USING btree (code varchar_pattern_ops);

CREATE INDEX items_item_find ON public.items_item USING gin (lower((((((((code)::text || ' '::text) || (name_en)::text) || ' '::text) || (name_zh)::text) || ' '::text) || (barcode)::text)) public.gin_trgm_ops) WITH (fastupdate=off);

CREATE INDEX items_item_grams ON public.items_item USING gin (public.core_grams((name_zh)::text)) WITH (fastupdate=off);

CREATE INDEX items_item_name_en ON public.items_item USING gin (lower((name_en)::text) public.gin_trgm_ops);

CREATE INDEX items_itemevent_brand_id_5fd6a9c9 ON public.items_itemevent USING btree (brand_id);

CREATE INDEX items_itemevent_category_id_ce949f52 ON public.items_itemevent USING btree (category_id);

CREATE INDEX items_itemevent_pgh_context_id_7d804f96 ON public.items_itemevent USING btree (pgh_context_id);

CREATE INDEX items_itemevent_pgh_obj_id_a0dedd79 ON public.items_itemevent USING btree (pgh_obj_id);

CREATE INDEX items_itemevent_tax_class_id_b6e51503 ON public.items_itemevent USING btree (tax_class_id);

CREATE INDEX items_itemevent_unit_id_c1b38eb6 ON public.items_itemevent USING btree (unit_id);

CREATE INDEX items_itemevent_unit_id_c1b38eb6_like ON public.items_itemevent USING btree (unit_id varchar_pattern_ops);

CREATE INDEX items_itemsearch_spelling ON public.items_itemsearch USING gin (spelling public.gin_trgm_ops);

CREATE INDEX items_itemsearch_unspelt ON public.items_itemsearch USING btree (item_id) WHERE (spelling IS NULL);

CREATE INDEX items_itemsearch_words ON public.items_itemsearch USING gin (words public.gin_trgm_ops);

CREATE INDEX items_itemunit_item_id_c9f013f6 ON public.items_itemunit USING btree (item_id);

CREATE INDEX items_itemunitevent_item_id_cf6678ee ON public.items_itemunitevent USING btree (item_id);

CREATE INDEX items_itemunitevent_pgh_context_id_0f194afc ON public.items_itemunitevent USING btree (pgh_context_id);

CREATE INDEX items_itemunitevent_pgh_obj_id_3146c15f ON public.items_itemunitevent USING btree (pgh_obj_id);

CREATE INDEX items_itemunitevent_unit_id_72b9b761 ON public.items_itemunitevent USING btree (unit_id);

CREATE INDEX items_itemunitevent_unit_id_72b9b761_like ON public.items_itemunitevent USING btree (unit_id varchar_pattern_ops);

CREATE INDEX items_price_item_id_f084cd9a ON public.items_price USING btree (item_id);

CREATE INDEX items_priceevent_company_id_2c4a7b46 ON public.items_priceevent USING btree (company_id);

CREATE INDEX items_priceevent_item_id_ed6b10fa ON public.items_priceevent USING btree (item_id);

CREATE INDEX items_priceevent_pgh_context_id_791e71f5 ON public.items_priceevent USING btree (pgh_context_id);

CREATE INDEX items_priceevent_pgh_obj_id_7c75ad93 ON public.items_priceevent USING btree (pgh_obj_id);

CREATE INDEX items_priceevent_price_list_id_979d97a5 ON public.items_priceevent USING btree (price_list_id);

CREATE INDEX items_pricelistevent_company_id_aad40d1f ON public.items_pricelistevent USING btree (company_id);

CREATE INDEX items_pricelistevent_currency_id_59bfb56e ON public.items_pricelistevent USING btree (currency_id);

CREATE INDEX items_pricelistevent_currency_id_59bfb56e_like ON public.items_pricelistevent USING btree (currency_id varchar_pattern_ops);

CREATE INDEX items_pricelistevent_pgh_context_id_46d4139d ON public.items_pricelistevent USING btree (pgh_context_id);

CREATE INDEX items_pricelistevent_pgh_obj_id_208c4a58 ON public.items_pricelistevent USING btree (pgh_obj_id);

CREATE INDEX items_taxclass_code_edccb9ab_like ON public.items_taxclass USING btree (code varchar_pattern_ops);

CREATE INDEX items_taxclassevent_pgh_context_id_da88a98f ON public.items_taxclassevent USING btree (pgh_context_id);

CREATE INDEX items_taxclassevent_pgh_obj_id_34dc0bed ON public.items_taxclassevent USING btree (pgh_obj_id);

CREATE INDEX items_taxrate_tax_class_id_c26b2290 ON public.items_taxrate USING btree (tax_class_id);

CREATE INDEX items_taxrateevent_pgh_context_id_3ee19ca3 ON public.items_taxrateevent USING btree (pgh_context_id);

CREATE INDEX items_taxrateevent_pgh_obj_id_f92f9767 ON public.items_taxrateevent USING btree (pgh_obj_id);

CREATE INDEX items_taxrateevent_tax_class_id_8222baf0 ON public.items_taxrateevent USING btree (tax_class_id);

CREATE INDEX items_unitofmeasure_code_db83278d_like ON public.items_unitofmeasure USING btree (code varchar_pattern_ops);

CREATE INDEX items_unitofmeasureevent_pgh_context_id_135714fc ON public.items_unitofmeasureevent USING btree (pgh_context_id);

CREATE INDEX items_unitofmeasureevent_pgh_obj_id_1acfe9fd ON public.items_unitofmeasureevent USING btree (pgh_obj_id);

CREATE INDEX items_unitofmeasureevent_pgh_obj_id_1acfe9fd_like ON public.items_unitofmeasureevent USING btree (pgh_obj_id varchar_pattern_ops);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX parties_account_party_id_f881370b ON public.parties_account USING btree (party_id);

CREATE INDEX parties_accountevent_company_id_b756f90c ON public.parties_accountevent USING btree (company_id);

CREATE INDEX parties_accountevent_party_id_65d1ff0e ON public.parties_accountevent USING btree (party_id);

CREATE INDEX parties_accountevent_pgh_context_id_8352f2e8 ON public.parties_accountevent USING btree (pgh_context_id);

CREATE INDEX parties_accountevent_pgh_obj_id_d13bb85f ON public.parties_accountevent USING btree (pgh_obj_id);

CREATE INDEX parties_address_party_id_a263152e ON public.parties_address USING btree (party_id);

CREATE INDEX parties_addressevent_party_id_1cbe22fc ON public.parties_addressevent USING btree (party_id);

CREATE INDEX parties_addressevent_pgh_context_id_057ed930 ON public.parties_addressevent USING btree (pgh_context_id);

CREATE INDEX parties_addressevent_pgh_obj_id_3c5325b2 ON public.parties_addressevent USING btree (pgh_obj_id);

CREATE INDEX parties_party_code_3508bc57_like ON public.parties_party USING btree (code varchar_pattern_ops);

CREATE INDEX parties_party_find ON public.parties_party USING gin (lower((((((code)::text || ' '::text) || (name)::text) || ' '::text) || (uscc)::text)) public.gin_trgm_ops) WITH (fastupdate=off);

CREATE UNIQUE INDEX parties_party_foreign ON public.parties_party USING btree (lower((name)::text), country, upper((postcode)::text), lower((email)::text), phone) WHERE (NOT ((country)::text = 'CN'::text));

CREATE INDEX parties_party_grams ON public.parties_party USING gin (public.core_grams((name)::text)) WITH (fastupdate=off);

CREATE INDEX parties_party_name ON public.parties_party USING gin (lower((name)::text) public.gin_trgm_ops);

CREATE UNIQUE INDEX parties_party_uscc ON public.parties_party USING btree (uscc) WHERE (((country)::text = 'CN'::text) AND (NOT ((uscc)::text = ''::text)));

CREATE INDEX parties_partyevent_group_id_f326fe94 ON public.parties_partyevent USING btree (group_id);

CREATE INDEX parties_partyevent_pgh_context_id_42cce4c5 ON public.parties_partyevent USING btree (pgh_context_id);

CREATE INDEX parties_partyevent_pgh_obj_id_c94c975b ON public.parties_partyevent USING btree (pgh_obj_id);

CREATE INDEX parties_partygroup_code_d8eab735_like ON public.parties_partygroup USING btree (code varchar_pattern_ops);

CREATE INDEX parties_partygroupevent_pgh_context_id_8b7a6c73 ON public.parties_partygroupevent USING btree (pgh_context_id);

CREATE INDEX parties_partygroupevent_pgh_obj_id_d31d4c89 ON public.parties_partygroupevent USING btree (pgh_obj_id);

CREATE INDEX parties_partyrole_party_id_d0c94800 ON public.parties_partyrole USING btree (party_id);

CREATE INDEX parties_partyroleevent_party_id_573a615d ON public.parties_partyroleevent USING btree (party_id);

CREATE INDEX parties_partyroleevent_pgh_context_id_ed5f33a3 ON public.parties_partyroleevent USING btree (pgh_context_id);

CREATE INDEX parties_partyroleevent_pgh_obj_id_7668d0b2 ON public.parties_partyroleevent USING btree (pgh_obj_id);

CREATE INDEX parties_partysearch_unspelt ON public.parties_partysearch USING btree (party_id) WHERE (spelling IS NULL);

CREATE INDEX parties_partysearch_words ON public.parties_partysearch USING gin (words public.gin_trgm_ops);

CREATE INDEX parties_search_spelling ON public.parties_partysearch USING gin (spelling public.gin_trgm_ops);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX sales_cancellation_day ON public.sales_cancellation USING btree (company_id, cancelled_on, reason);

CREATE INDEX sales_cancellation_order ON public.sales_cancellation USING btree (company_id, order_id);

CREATE UNIQUE INDEX sales_changedocument_open ON public.sales_changedocument USING btree (company_id, order_id) WHERE (state = ANY (ARRAY['draft'::character varying, 'submitted'::character varying, 'approved'::character varying]));

CREATE INDEX sales_changedocument_order ON public.sales_changedocument USING btree (company_id, order_id);

CREATE INDEX sales_channelevent_company_id_4593d390 ON public.sales_channelevent USING btree (company_id);

CREATE INDEX sales_channelevent_pgh_context_id_08de7e53 ON public.sales_channelevent USING btree (pgh_context_id);

CREATE INDEX sales_channelevent_pgh_obj_id_ada4f85e ON public.sales_channelevent USING btree (pgh_obj_id);

CREATE INDEX sales_couponentry_coupon ON public.sales_couponentry USING btree (company_id, coupon_id, id);

CREATE INDEX sales_couponentry_order ON public.sales_couponentry USING btree (company_id, order_id);

CREATE INDEX sales_couponevent_company_id_3566434c ON public.sales_couponevent USING btree (company_id);

CREATE INDEX sales_couponevent_pgh_context_id_71c594fb ON public.sales_couponevent USING btree (pgh_context_id);

CREATE INDEX sales_couponevent_pgh_obj_id_51ee57cc ON public.sales_couponevent USING btree (pgh_obj_id);

CREATE INDEX sales_couponevent_promotion_id_2ca0ab47 ON public.sales_couponevent USING btree (promotion_id);

CREATE INDEX sales_delivery_open ON public.sales_delivery USING btree (company_id, id) WHERE is_open;

CREATE INDEX sales_deliveryline_delivery_id_6963ff2a ON public.sales_deliveryline USING btree (delivery_id);

CREATE INDEX sales_deliveryline_order_id_5d5e5451 ON public.sales_deliveryline USING btree (order_id);

CREATE INDEX sales_difference_statement ON public.sales_difference USING btree (company_id, statement_id, id);

CREATE INDEX sales_difference_waiting ON public.sales_difference USING btree (company_id, id) WHERE (state = ANY (ARRAY['open'::character varying, 'handed_back'::character varying]));

CREATE INDEX sales_feedrow_order ON public.sales_feedrow USING btree (feed_id, order_ordinal);

CREATE INDEX sales_feekindevent_company_id_4244bfa3 ON public.sales_feekindevent USING btree (company_id);

CREATE INDEX sales_feekindevent_pgh_context_id_542a0d14 ON public.sales_feekindevent USING btree (pgh_context_id);

CREATE INDEX sales_feekindevent_pgh_obj_id_7d31fcdf ON public.sales_feekindevent USING btree (pgh_obj_id);

CREATE INDEX sales_hold_order_id_cf6cc242 ON public.sales_hold USING btree (order_id);

CREATE INDEX sales_hold_queue ON public.sales_hold USING btree (company_id, reason, order_id) WHERE ((state)::text = 'open'::text);

CREATE INDEX sales_listing_item_id_6a352b61 ON public.sales_listing USING btree (item_id);

CREATE INDEX sales_listingevent_company_id_ef78e6f3 ON public.sales_listingevent USING btree (company_id);

CREATE INDEX sales_listingevent_item_id_1bd89564 ON public.sales_listingevent USING btree (item_id);

CREATE INDEX sales_listingevent_pgh_context_id_d6a298d5 ON public.sales_listingevent USING btree (pgh_context_id);

CREATE INDEX sales_listingevent_pgh_obj_id_45630988 ON public.sales_listingevent USING btree (pgh_obj_id);

CREATE INDEX sales_listingevent_shop_id_e80499bb ON public.sales_listingevent USING btree (shop_id);

CREATE INDEX sales_order_day ON public.sales_order USING brin (order_on) WITH (pages_per_range='32');

CREATE INDEX sales_order_open ON public.sales_order USING btree (company_id, id) WHERE is_open;

CREATE INDEX sales_orderchange_order_id_65bc3146 ON public.sales_orderchange USING btree (order_id);

CREATE INDEX sales_orderdraft_open ON public.sales_orderdraft USING btree (company_id, id) WHERE ((state)::text = 'draft'::text);

CREATE INDEX sales_orderline_order_id_9f597de6 ON public.sales_orderline USING btree (order_id);

CREATE INDEX sales_promotionevent_company_id_7bae4248 ON public.sales_promotionevent USING btree (company_id);

CREATE INDEX sales_promotionevent_gift_item_id_555234c6 ON public.sales_promotionevent USING btree (gift_item_id);

CREATE INDEX sales_promotionevent_pgh_context_id_0c3ad0ab ON public.sales_promotionevent USING btree (pgh_context_id);

CREATE INDEX sales_promotionevent_pgh_obj_id_54b485bf ON public.sales_promotionevent USING btree (pgh_obj_id);

CREATE INDEX sales_promotionuse_order ON public.sales_promotionuse USING btree (company_id, order_id);

CREATE INDEX sales_promotionuse_promotion ON public.sales_promotionuse USING btree (company_id, promotion_id, id);

CREATE INDEX sales_return_open ON public.sales_return USING btree (company_id, state, id) WHERE (state = ANY (ARRAY['announced'::character varying, 'received'::character varying, 'inspected'::character varying]));

CREATE INDEX sales_return_order ON public.sales_return USING btree (company_id, order_id);

CREATE UNIQUE INDEX sales_return_platform_number ON public.sales_return USING btree (company_id, order_id, platform_number) WHERE (NOT ((platform_number)::text = ''::text));

CREATE INDEX sales_return_replacement ON public.sales_return USING btree (company_id, replacement_id) WHERE (replacement_id IS NOT NULL);

CREATE INDEX sales_returnline_delivery ON public.sales_returnline USING btree (company_id, delivery_line_id);

CREATE INDEX sales_returnline_document_id_5e4c3951 ON public.sales_returnline USING btree (document_id);

CREATE INDEX sales_returnreasonevent_company_id_8ce8fd90 ON public.sales_returnreasonevent USING btree (company_id);

CREATE INDEX sales_returnreasonevent_pgh_context_id_e7d901a0 ON public.sales_returnreasonevent USING btree (pgh_context_id);

CREATE INDEX sales_returnreasonevent_pgh_obj_id_79f2816c ON public.sales_returnreasonevent USING btree (pgh_obj_id);

CREATE INDEX sales_reviewcheckevent_channel_id_0ec28153 ON public.sales_reviewcheckevent USING btree (channel_id);

CREATE INDEX sales_reviewcheckevent_company_id_27045c18 ON public.sales_reviewcheckevent USING btree (company_id);

CREATE INDEX sales_reviewcheckevent_pgh_context_id_64525fb0 ON public.sales_reviewcheckevent USING btree (pgh_context_id);

CREATE INDEX sales_reviewcheckevent_pgh_obj_id_c83be254 ON public.sales_reviewcheckevent USING btree (pgh_obj_id);

CREATE INDEX sales_routeevent_channel_id_95ddfd5b ON public.sales_routeevent USING btree (channel_id);

CREATE INDEX sales_routeevent_company_id_86b05732 ON public.sales_routeevent USING btree (company_id);

CREATE INDEX sales_routeevent_pgh_context_id_ef41b831 ON public.sales_routeevent USING btree (pgh_context_id);

CREATE INDEX sales_routeevent_pgh_obj_id_c6c13bae ON public.sales_routeevent USING btree (pgh_obj_id);

CREATE INDEX sales_routeevent_warehouse_id_380401ce ON public.sales_routeevent USING btree (warehouse_id);

CREATE INDEX sales_shop_owner_id_14982cdc ON public.sales_shop USING btree (owner_id);

CREATE INDEX sales_shopevent_channel_id_a9534be9 ON public.sales_shopevent USING btree (channel_id);

CREATE INDEX sales_shopevent_company_id_e6f4586a ON public.sales_shopevent USING btree (company_id);

CREATE INDEX sales_shopevent_customer_id_8149e64e ON public.sales_shopevent USING btree (customer_id);

CREATE INDEX sales_shopevent_owner_id_0a6aaaaa ON public.sales_shopevent USING btree (owner_id);

CREATE INDEX sales_shopevent_pgh_context_id_02c37066 ON public.sales_shopevent USING btree (pgh_context_id);

CREATE INDEX sales_shopevent_pgh_obj_id_650e5bb9 ON public.sales_shopevent USING btree (pgh_obj_id);

CREATE INDEX sales_shopevent_price_list_id_16c523f4 ON public.sales_shopevent USING btree (price_list_id);

CREATE INDEX sales_shopevent_unit_id_3d2a866b ON public.sales_shopevent USING btree (unit_id);

CREATE INDEX sales_statementline_order ON public.sales_statementline USING btree (company_id, order_id) WHERE (order_id IS NOT NULL);

CREATE INDEX sales_statementmappingevent_channel_id_ed3e69d5 ON public.sales_statementmappingevent USING btree (channel_id);

CREATE INDEX sales_statementmappingevent_company_id_922d458a ON public.sales_statementmappingevent USING btree (company_id);

CREATE INDEX sales_statementmappingevent_pgh_context_id_e5a54b56 ON public.sales_statementmappingevent USING btree (pgh_context_id);

CREATE INDEX sales_statementmappingevent_pgh_obj_id_0d47ef0a ON public.sales_statementmappingevent USING btree (pgh_obj_id);

CREATE INDEX sales_statementmappingevent_shop_id_94ae3cd8 ON public.sales_statementmappingevent USING btree (shop_id);

CREATE INDEX sales_statementrow_of ON public.sales_statementrow USING btree (statement_id);

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);

CREATE INDEX stock_entry_item ON public.stock_entry USING btree (company_id, item_id, id);

CREATE INDEX stock_entry_line ON public.stock_entry USING btree (company_id, line_id);

CREATE INDEX stock_location_warehouse_id_bed51adf ON public.stock_location USING btree (warehouse_id);

CREATE INDEX stock_locationevent_company_id_25c53350 ON public.stock_locationevent USING btree (company_id);

CREATE INDEX stock_locationevent_pgh_context_id_1a042839 ON public.stock_locationevent USING btree (pgh_context_id);

CREATE INDEX stock_locationevent_pgh_obj_id_d4935b89 ON public.stock_locationevent USING btree (pgh_obj_id);

CREATE INDEX stock_locationevent_warehouse_id_aa77d6be ON public.stock_locationevent USING btree (warehouse_id);

CREATE INDEX stock_movementline_movement_id_819efd49 ON public.stock_movementline USING btree (movement_id);

CREATE INDEX stock_reason_code_d453c70a_like ON public.stock_reason USING btree (code varchar_pattern_ops);

CREATE INDEX stock_reasonevent_pgh_context_id_cd339e1b ON public.stock_reasonevent USING btree (pgh_context_id);

CREATE INDEX stock_reasonevent_pgh_obj_id_c734319d ON public.stock_reasonevent USING btree (pgh_obj_id);

CREATE INDEX stock_reservation_document ON public.stock_reservation USING btree (company_id, document_id);

CREATE INDEX stock_serial_free ON public.stock_serial USING btree (company_id, item_id, location_id, id) WHERE ((state)::text = 'in_stock'::text);

CREATE INDEX stock_serial_line ON public.stock_serial USING btree (company_id, line_id) WHERE (line_id IS NOT NULL);

CREATE INDEX stock_serialentry_serial ON public.stock_serialentry USING btree (company_id, serial_id);

CREATE INDEX stock_value_day ON public.stock_valueentry USING brin (effective_on) WITH (pages_per_range='16');

CREATE INDEX stock_value_line ON public.stock_valueentry USING btree (company_id, line_id);

CREATE INDEX stock_warehouseevent_company_id_5a4185ec ON public.stock_warehouseevent USING btree (company_id);

CREATE INDEX stock_warehouseevent_pgh_context_id_7cc0ca17 ON public.stock_warehouseevent USING btree (pgh_context_id);

CREATE INDEX stock_warehouseevent_pgh_obj_id_bfe9dffc ON public.stock_warehouseevent USING btree (pgh_obj_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE (type = ANY (ARRAY['totp'::character varying, 'recovery_codes'::character varying]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE TRIGGER finance_creditgroup_balances AFTER INSERT ON public.finance_creditgroup FOR EACH ROW EXECUTE FUNCTION public.finance_follow_creditgroup();

CREATE TRIGGER items_note_words AFTER INSERT OR DELETE OR UPDATE OF code, name_en, name_zh, barcode ON public.items_item FOR EACH ROW EXECUTE FUNCTION public.items_note_words();

CREATE TRIGGER parties_note_words AFTER INSERT OR DELETE OR UPDATE OF code, name, uscc, phone ON public.parties_party FOR EACH ROW EXECUTE FUNCTION public.parties_note_words();

CREATE TRIGGER pgtrigger_append_only_0d0c8 BEFORE DELETE OR UPDATE ON public.finance_cashmove FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0d0c8();

COMMENT ON TRIGGER pgtrigger_append_only_0d0c8 ON public.finance_cashmove IS 'c080f6e7c10c93c5e446f745acb899cab3a248ca';

CREATE TRIGGER pgtrigger_append_only_15034 BEFORE DELETE OR UPDATE ON public.finance_eventcurrency FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_15034();

COMMENT ON TRIGGER pgtrigger_append_only_15034 ON public.finance_eventcurrency IS '68ceaf1bba048b1673a14545646daaf73ae74cd2';

CREATE TRIGGER pgtrigger_append_only_1abdc BEFORE DELETE OR UPDATE ON public.sales_cancellation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1abdc();

COMMENT ON TRIGGER pgtrigger_append_only_1abdc ON public.sales_cancellation IS 'e2392710de487726c47b3982488acd0b4736f13a';

CREATE TRIGGER pgtrigger_append_only_1f808 BEFORE DELETE OR UPDATE ON public.finance_creditentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1f808();

COMMENT ON TRIGGER pgtrigger_append_only_1f808 ON public.finance_creditentry IS 'e3ce8a0032ff97f25a8d8ad39383ac81d94d34e7';

CREATE TRIGGER pgtrigger_append_only_21dad BEFORE DELETE OR UPDATE ON public.core_documentversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_21dad();

COMMENT ON TRIGGER pgtrigger_append_only_21dad ON public.core_documentversion IS 'ddc1e72d964c265ebc3d72fbeb0223276a625607';

CREATE TRIGGER pgtrigger_append_only_29929 BEFORE DELETE OR UPDATE ON public.stock_valueentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_29929();

COMMENT ON TRIGGER pgtrigger_append_only_29929 ON public.stock_valueentry IS '751b15f7cd23dce5e89be4c5833c536b3d507faf';

CREATE TRIGGER pgtrigger_append_only_3689b BEFORE DELETE OR UPDATE ON public.core_customchange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3689b();

COMMENT ON TRIGGER pgtrigger_append_only_3689b ON public.core_customchange IS '16f7199cc7dd0d85ababf29b7692c24699dab928';

CREATE TRIGGER pgtrigger_append_only_464a6 BEFORE DELETE OR UPDATE ON public.core_comment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_464a6();

COMMENT ON TRIGGER pgtrigger_append_only_464a6 ON public.core_comment IS '34a821acba7661b24a9f4aa9c84319edd44b85e4';

CREATE TRIGGER pgtrigger_append_only_54bd0 BEFORE DELETE OR UPDATE ON public.finance_currencyline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_54bd0();

COMMENT ON TRIGGER pgtrigger_append_only_54bd0 ON public.finance_currencyline IS '1f754551a9b5cc7a0802eec5573f75c824257feb';

CREATE TRIGGER pgtrigger_append_only_60a0e BEFORE DELETE OR UPDATE ON public.core_sealpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_60a0e();

COMMENT ON TRIGGER pgtrigger_append_only_60a0e ON public.core_sealpart IS 'cf45269ea58b00f444b26266d946dc11bf3085fd';

CREATE TRIGGER pgtrigger_append_only_65e37 BEFORE DELETE OR UPDATE ON public.sales_couponentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_65e37();

COMMENT ON TRIGGER pgtrigger_append_only_65e37 ON public.sales_couponentry IS 'f47df9ed7dded001f417ca2cb7e6dc37435b4252';

CREATE TRIGGER pgtrigger_append_only_78e13 BEFORE DELETE OR UPDATE ON public.core_rightschange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_78e13();

COMMENT ON TRIGGER pgtrigger_append_only_78e13 ON public.core_rightschange IS '27ae349da17f105e585a7bca88f1e83313793e87';

CREATE TRIGGER pgtrigger_append_only_7d455 BEFORE DELETE OR UPDATE ON public.finance_eventline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7d455();

COMMENT ON TRIGGER pgtrigger_append_only_7d455 ON public.finance_eventline IS 'be36e7b0da21d8e43be1e58f1186087715cc98ff';

CREATE TRIGGER pgtrigger_append_only_8c8b3 BEFORE DELETE OR UPDATE ON public.finance_itemrevaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8c8b3();

COMMENT ON TRIGGER pgtrigger_append_only_8c8b3 ON public.finance_itemrevaluation IS '2d05b20d8ff85a1e4c898f8d8b5c0071ca540e78';

CREATE TRIGGER pgtrigger_append_only_90c74 BEFORE DELETE OR UPDATE ON public.finance_reversal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_90c74();

COMMENT ON TRIGGER pgtrigger_append_only_90c74 ON public.finance_reversal IS '9669c6c876d18c3982c6a7b5b2f59497b8b009a9';

CREATE TRIGGER pgtrigger_append_only_91dc8 BEFORE DELETE OR UPDATE ON public.core_timeline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_91dc8();

COMMENT ON TRIGGER pgtrigger_append_only_91dc8 ON public.core_timeline IS '359b18a4d450447f6ac7125fc8c0f1b82c8851d0';

CREATE TRIGGER pgtrigger_append_only_929b9 BEFORE DELETE OR UPDATE ON public.finance_journalline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_929b9();

COMMENT ON TRIGGER pgtrigger_append_only_929b9 ON public.finance_journalline IS '1e270dc4b1f58458b65688bca558977493ee46e0';

CREATE TRIGGER pgtrigger_append_only_a9d7d BEFORE DELETE OR UPDATE ON public.sales_promotionuse FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a9d7d();

COMMENT ON TRIGGER pgtrigger_append_only_a9d7d ON public.sales_promotionuse IS '969e1efddd0197f7c00afbdd0b51984a66d10f56';

CREATE TRIGGER pgtrigger_append_only_b20ec BEFORE DELETE OR UPDATE ON public.core_approvalanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b20ec();

COMMENT ON TRIGGER pgtrigger_append_only_b20ec ON public.core_approvalanswer IS 'd7b4f3241aca47cf07900b92f90d9fa817edd5fb';

CREATE TRIGGER pgtrigger_append_only_b5487 BEFORE DELETE OR UPDATE ON public.finance_revaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b5487();

COMMENT ON TRIGGER pgtrigger_append_only_b5487 ON public.finance_revaluation IS '0a5a799084304834c63cb9d692560d4007f47f5c';

CREATE TRIGGER pgtrigger_append_only_b79a8 BEFORE DELETE OR UPDATE ON public.finance_taxinvoicepart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b79a8();

COMMENT ON TRIGGER pgtrigger_append_only_b79a8 ON public.finance_taxinvoicepart IS '51d3a4b146fdb45feb0e1ed3b3942b191afa2c04';

CREATE TRIGGER pgtrigger_append_only_bffd0 BEFORE DELETE OR UPDATE ON public.stock_serialentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bffd0();

COMMENT ON TRIGGER pgtrigger_append_only_bffd0 ON public.stock_serialentry IS 'f9fabe1febb397b5356fe14c152151954b312f71';

CREATE TRIGGER pgtrigger_append_only_c340e BEFORE DELETE OR UPDATE ON public.finance_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c340e();

COMMENT ON TRIGGER pgtrigger_append_only_c340e ON public.finance_event IS '298e701f58545568ef8148bced9d550a8667f957';

CREATE TRIGGER pgtrigger_append_only_cb4ea BEFORE DELETE OR UPDATE ON public.finance_budgetentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cb4ea();

COMMENT ON TRIGGER pgtrigger_append_only_cb4ea ON public.finance_budgetentry IS '633638e53abae2e06cfd2267161d367c48d017a3';

CREATE TRIGGER pgtrigger_append_only_d5fb3 BEFORE DELETE OR UPDATE ON public.stock_entry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d5fb3();

COMMENT ON TRIGGER pgtrigger_append_only_d5fb3 ON public.stock_entry IS 'a177f56216bc6a435f4e06d2ea5f0d5cec9a478d';

CREATE TRIGGER pgtrigger_append_only_d6222 BEFORE DELETE OR UPDATE ON public.finance_itemapplication FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d6222();

COMMENT ON TRIGGER pgtrigger_append_only_d6222 ON public.finance_itemapplication IS 'fc54f72e2560311adfde0c352096df1a6b1d75df';

CREATE TRIGGER pgtrigger_append_only_d96ce BEFORE DELETE OR UPDATE ON public.finance_feeentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d96ce();

COMMENT ON TRIGGER pgtrigger_append_only_d96ce ON public.finance_feeentry IS '71dfd11c586c5dde57d3fa447be909406f07512d';

CREATE TRIGGER pgtrigger_append_only_df9a0 BEFORE DELETE OR UPDATE ON public.core_letterhead FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_df9a0();

COMMENT ON TRIGGER pgtrigger_append_only_df9a0 ON public.core_letterhead IS '17bfd905da54c029267f3a35cce7171c1c85b77b';

CREATE TRIGGER pgtrigger_append_only_e986a BEFORE DELETE OR UPDATE ON public.core_seal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e986a();

COMMENT ON TRIGGER pgtrigger_append_only_e986a ON public.core_seal IS 'f24b77843cd114313373064d7860b4c1128193f0';

CREATE TRIGGER pgtrigger_append_only_ffda5 BEFORE DELETE OR UPDATE ON public.finance_allocationline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ffda5();

COMMENT ON TRIGGER pgtrigger_append_only_ffda5 ON public.finance_allocationline IS 'b18a475752b959006d1e3e11631d9139f4d0b894';

CREATE TRIGGER pgtrigger_balanced_a7070 AFTER INSERT ON public.finance_journalline REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_balanced_a7070();

COMMENT ON TRIGGER pgtrigger_balanced_a7070 ON public.finance_journalline IS 'c1a6ff5370f5ee0cc6e3c730065511c087865116';

CREATE TRIGGER pgtrigger_insert_insert_045df AFTER INSERT ON public.items_item REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_045df();

COMMENT ON TRIGGER pgtrigger_insert_insert_045df ON public.items_item IS '6eff356b095b1eace540832514bce2def7f6b1bf';

CREATE TRIGGER pgtrigger_insert_insert_0475e AFTER INSERT ON public.finance_bankaccount REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_0475e();

COMMENT ON TRIGGER pgtrigger_insert_insert_0475e ON public.finance_bankaccount IS '3790f94c1430188e472185a92e4ebfd837c3de7e';

CREATE TRIGGER pgtrigger_insert_insert_0609f AFTER INSERT ON public.finance_exchangerate REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_0609f();

COMMENT ON TRIGGER pgtrigger_insert_insert_0609f ON public.finance_exchangerate IS '53ee3339876293d49e8ab9a77db12a3543ae02eb';

CREATE TRIGGER pgtrigger_insert_insert_08ef1 AFTER INSERT ON public.core_datascope REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_08ef1();

COMMENT ON TRIGGER pgtrigger_insert_insert_08ef1 ON public.core_datascope IS '0a7b2a201242f8f61997e69c3449d73f44ee2df4';

CREATE TRIGGER pgtrigger_insert_insert_0ab37 AFTER INSERT ON public.finance_budgetthreshold REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_0ab37();

COMMENT ON TRIGGER pgtrigger_insert_insert_0ab37 ON public.finance_budgetthreshold IS '3ff6f2bfcee2bb91ebb28e9e7b2282731e37b40d';

CREATE TRIGGER pgtrigger_insert_insert_0be3f AFTER INSERT ON public.core_dictionaryentry REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_0be3f();

COMMENT ON TRIGGER pgtrigger_insert_insert_0be3f ON public.core_dictionaryentry IS 'ffacf890d01240cb1a0dcde5e50963c37a4d705f';

CREATE TRIGGER pgtrigger_insert_insert_0cf0c AFTER INSERT ON public.sales_channel REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_0cf0c();

COMMENT ON TRIGGER pgtrigger_insert_insert_0cf0c ON public.sales_channel IS 'a280866798508a36c08583756478bf81c49ff7b8';

CREATE TRIGGER pgtrigger_insert_insert_167c0 AFTER INSERT ON public.finance_allocationtarget REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_167c0();

COMMENT ON TRIGGER pgtrigger_insert_insert_167c0 ON public.finance_allocationtarget IS 'c38422bd83d73534cdbb14e3e68bc65e50e53b8d';

CREATE TRIGGER pgtrigger_insert_insert_181c1 AFTER INSERT ON public.finance_employee REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_181c1();

COMMENT ON TRIGGER pgtrigger_insert_insert_181c1 ON public.finance_employee IS '405b554c533ae567705edeaed72e137ccecd13cb';

CREATE TRIGGER pgtrigger_insert_insert_188e9 AFTER INSERT ON public.core_company REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_188e9();

COMMENT ON TRIGGER pgtrigger_insert_insert_188e9 ON public.core_company IS 'feb288eb89fc27997a0ef759dc1bdcad1691c754';

CREATE TRIGGER pgtrigger_insert_insert_19842 AFTER INSERT ON public.finance_creditgroup REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_19842();

COMMENT ON TRIGGER pgtrigger_insert_insert_19842 ON public.finance_creditgroup IS 'c71ee7daa6182d6ac688b9af6052fd9267c91db9';

CREATE TRIGGER pgtrigger_insert_insert_1e290 AFTER INSERT ON public.core_webhook REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_1e290();

COMMENT ON TRIGGER pgtrigger_insert_insert_1e290 ON public.core_webhook IS 'ec8c9d5c1c7dbd302170704d4ec1c20642695fd5';

CREATE TRIGGER pgtrigger_insert_insert_1ebe6 AFTER INSERT ON public.parties_account REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_1ebe6();

COMMENT ON TRIGGER pgtrigger_insert_insert_1ebe6 ON public.parties_account IS 'bb277c56eb89e04ede1e011e095a3b31615730b7';

CREATE TRIGGER pgtrigger_insert_insert_2013b AFTER INSERT ON public.sales_reviewcheck REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_2013b();

COMMENT ON TRIGGER pgtrigger_insert_insert_2013b ON public.sales_reviewcheck IS '798d6bdb7d037e6e11d028fe29de09140983307c';

CREATE TRIGGER pgtrigger_insert_insert_233fa AFTER INSERT ON public.finance_cashitemrule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_233fa();

COMMENT ON TRIGGER pgtrigger_insert_insert_233fa ON public.finance_cashitemrule IS '30440e5cf1e3e4a58c1ced2cf695d1510f6aa8c2';

CREATE TRIGGER pgtrigger_insert_insert_239cf AFTER INSERT ON public.finance_creditterm REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_239cf();

COMMENT ON TRIGGER pgtrigger_insert_insert_239cf ON public.finance_creditterm IS 'fd765f7561d6f17d2fd2cd16c7698299764cb457';

CREATE TRIGGER pgtrigger_insert_insert_26195 AFTER INSERT ON public.core_approvalnode REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_26195();

COMMENT ON TRIGGER pgtrigger_insert_insert_26195 ON public.core_approvalnode IS '4355f985ea1b9e83e9b474552ecb1e8e90c5b49f';

CREATE TRIGGER pgtrigger_insert_insert_26703 AFTER INSERT ON public.finance_reportline REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_26703();

COMMENT ON TRIGGER pgtrigger_insert_insert_26703 ON public.finance_reportline IS '16b3f298810202ebd8404258b9313babd27ff385';

CREATE TRIGGER pgtrigger_insert_insert_27bd4 AFTER INSERT ON public.core_secondfactorrule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_27bd4();

COMMENT ON TRIGGER pgtrigger_insert_insert_27bd4 ON public.core_secondfactorrule IS 'f3471776c83bbbb36b0d2424ce7cd87f651ce642';

CREATE TRIGGER pgtrigger_insert_insert_2e47c AFTER INSERT ON public.finance_expensekind REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_2e47c();

COMMENT ON TRIGGER pgtrigger_insert_insert_2e47c ON public.finance_expensekind IS '74230a66b05456db44228049757c217d49a6acbd';

CREATE TRIGGER pgtrigger_insert_insert_30103 AFTER INSERT ON public.core_announcement REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_30103();

COMMENT ON TRIGGER pgtrigger_insert_insert_30103 ON public.core_announcement IS '5f7d297e9922af90dfdf49d7d8f734c3c33f55b6';

CREATE TRIGGER pgtrigger_insert_insert_3b0d6 AFTER INSERT ON public.finance_bankrule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3b0d6();

COMMENT ON TRIGGER pgtrigger_insert_insert_3b0d6 ON public.finance_bankrule IS 'eb5139836cf4582d61afa0c4fc78951ed0d95b2e';

CREATE TRIGGER pgtrigger_insert_insert_3e5ac AFTER INSERT ON public.finance_bankmapping REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3e5ac();

COMMENT ON TRIGGER pgtrigger_insert_insert_3e5ac ON public.finance_bankmapping IS '19679d3b0bf7d166ffa592b4e9a225cce8c55e3f';

CREATE TRIGGER pgtrigger_insert_insert_430f1 AFTER INSERT ON public.core_dutyconflict REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_430f1();

COMMENT ON TRIGGER pgtrigger_insert_insert_430f1 ON public.core_dutyconflict IS '2827c9d8017e203816b44acc0281b521f5582ccf';

CREATE TRIGGER pgtrigger_insert_insert_45fc4 AFTER INSERT ON public.items_taxclass REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_45fc4();

COMMENT ON TRIGGER pgtrigger_insert_insert_45fc4 ON public.items_taxclass IS '4140b6271043029e7dec337aa9ef127dc2c5a7c4';

CREATE TRIGGER pgtrigger_insert_insert_4c28d AFTER INSERT ON public.sales_listing REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_4c28d();

COMMENT ON TRIGGER pgtrigger_insert_insert_4c28d ON public.sales_listing IS '21ad74e443dd68d70b519318a295664a9e748620';

CREATE TRIGGER pgtrigger_insert_insert_5aca5 AFTER INSERT ON public.sales_statementmapping REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5aca5();

COMMENT ON TRIGGER pgtrigger_insert_insert_5aca5 ON public.sales_statementmapping IS '179f75a041413e44366b6aea81a12f1f807b3bf5';

CREATE TRIGGER pgtrigger_insert_insert_5af45 AFTER INSERT ON public.finance_statistic REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5af45();

COMMENT ON TRIGGER pgtrigger_insert_insert_5af45 ON public.finance_statistic IS '121bc6f4740ae48537839536a3484d899067a84f';

CREATE TRIGGER pgtrigger_insert_insert_5b941 AFTER INSERT ON public.finance_paymentreason REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5b941();

COMMENT ON TRIGGER pgtrigger_insert_insert_5b941 ON public.finance_paymentreason IS '9948393f26a3b6cd855c992811121c1a28ceb9d2';

CREATE TRIGGER pgtrigger_insert_insert_5c141 AFTER INSERT ON public.finance_taxregistration REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5c141();

COMMENT ON TRIGGER pgtrigger_insert_insert_5c141 ON public.finance_taxregistration IS '425a6c7ca659c3e15a958cf29b0f22ed5c64f6da';

CREATE TRIGGER pgtrigger_insert_insert_5c88f AFTER INSERT ON public.finance_invoicerule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5c88f();

COMMENT ON TRIGGER pgtrigger_insert_insert_5c88f ON public.finance_invoicerule IS '8e270266af8537cbcc4e2a3574be5636173a01f4';

CREATE TRIGGER pgtrigger_insert_insert_5eda6 AFTER INSERT ON public.items_taxrate REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5eda6();

COMMENT ON TRIGGER pgtrigger_insert_insert_5eda6 ON public.items_taxrate IS '58aab9a8defe4613178f3ffe4a00b7c30c2e2323';

CREATE TRIGGER pgtrigger_insert_insert_60a37 AFTER INSERT ON public.core_dutyexception REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_60a37();

COMMENT ON TRIGGER pgtrigger_insert_insert_60a37 ON public.core_dutyexception IS 'ca874d7c7ede50eb2b311d8f78ac907ca73ee090';

CREATE TRIGGER pgtrigger_insert_insert_62261 AFTER INSERT ON public.sales_returnreason REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_62261();

COMMENT ON TRIGGER pgtrigger_insert_insert_62261 ON public.sales_returnreason IS '20776d86791d6489fb434b42fe6dd5f9860e8895';

CREATE TRIGGER pgtrigger_insert_insert_645b5 AFTER INSERT ON public.items_category REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_645b5();

COMMENT ON TRIGGER pgtrigger_insert_insert_645b5 ON public.items_category IS 'c5395068f1c6f03fb57b01cb95427b0d445ce01d';

CREATE TRIGGER pgtrigger_insert_insert_65233 AFTER INSERT ON public.sales_coupon REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_65233();

COMMENT ON TRIGGER pgtrigger_insert_insert_65233 ON public.sales_coupon IS 'e9709e56d9ffa1bc762dffcc769e7f7eec2b065b';

CREATE TRIGGER pgtrigger_insert_insert_652a3 AFTER INSERT ON public.parties_partyrole REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_652a3();

COMMENT ON TRIGGER pgtrigger_insert_insert_652a3 ON public.parties_partyrole IS 'b7d7a08bf5fdb9a63090144296ed7cf4e840db66';

CREATE TRIGGER pgtrigger_insert_insert_678ef AFTER INSERT ON public.finance_bankgateway REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_678ef();

COMMENT ON TRIGGER pgtrigger_insert_insert_678ef ON public.finance_bankgateway IS 'cfe3b42dac0d6aab18fa24e9eb570d6d25f39856';

CREATE TRIGGER pgtrigger_insert_insert_6fa60 AFTER INSERT ON public.finance_postingrule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_6fa60();

COMMENT ON TRIGGER pgtrigger_insert_insert_6fa60 ON public.finance_postingrule IS 'b5712225e91dbed23dc1feea804e7e717ae4dd18';

CREATE TRIGGER pgtrigger_insert_insert_6fea5 AFTER INSERT ON public.core_parameter REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_6fea5();

COMMENT ON TRIGGER pgtrigger_insert_insert_6fea5 ON public.core_parameter IS 'bf41033eca97a45e47434fa9c50b9cb26c3f15a5';

CREATE TRIGGER pgtrigger_insert_insert_7393f AFTER INSERT ON public.core_escalation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_7393f();

COMMENT ON TRIGGER pgtrigger_insert_insert_7393f ON public.core_escalation IS 'f34dc150466da2cefadecfc6f1b5339fb591ddf0';

CREATE TRIGGER pgtrigger_insert_insert_73b16 AFTER INSERT ON public.stock_reason REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_73b16();

COMMENT ON TRIGGER pgtrigger_insert_insert_73b16 ON public.stock_reason IS '5b567933126c3ea55007b126bda71c9601cdf25f';

CREATE TRIGGER pgtrigger_insert_insert_7470c AFTER INSERT ON public.finance_expenselimit REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_7470c();

COMMENT ON TRIGGER pgtrigger_insert_insert_7470c ON public.finance_expenselimit IS '7587caa4b08ca30e3692fb1f6d79c920f26c3ed7';

CREATE TRIGGER pgtrigger_insert_insert_7e4f4 AFTER INSERT ON public.parties_partygroup REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_7e4f4();

COMMENT ON TRIGGER pgtrigger_insert_insert_7e4f4 ON public.parties_partygroup IS '2f4dcafb81cd07f0a52452c6394c2e2f22dd8fae';

CREATE TRIGGER pgtrigger_insert_insert_846b6 AFTER INSERT ON public.stock_warehouse REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_846b6();

COMMENT ON TRIGGER pgtrigger_insert_insert_846b6 ON public.stock_warehouse IS '7058d1699d404efa3e4af4993ddf9adf15f3a231';

CREATE TRIGGER pgtrigger_insert_insert_84ddb AFTER INSERT ON public.core_retention REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_84ddb();

COMMENT ON TRIGGER pgtrigger_insert_insert_84ddb ON public.core_retention IS '770a546167e67471fb6bb3bad80086db307813a6';

CREATE TRIGGER pgtrigger_insert_insert_8634f AFTER INSERT ON public.finance_dunninglevel REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8634f();

COMMENT ON TRIGGER pgtrigger_insert_insert_8634f ON public.finance_dunninglevel IS '00e9570949c7d62d986aa25c6e6d2fd0a2da14f7';

CREATE TRIGGER pgtrigger_insert_insert_8a126 AFTER INSERT ON public.sales_promotion REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8a126();

COMMENT ON TRIGGER pgtrigger_insert_insert_8a126 ON public.sales_promotion IS '8ebf93360b33a07afbf72982811a10a2fdd95bb6';

CREATE TRIGGER pgtrigger_insert_insert_8b68d AFTER INSERT ON public.core_alert REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8b68d();

COMMENT ON TRIGGER pgtrigger_insert_insert_8b68d ON public.core_alert IS '505549704c53b96c780b9abca4f4f0f56142ccf4';

CREATE TRIGGER pgtrigger_insert_insert_8c17d AFTER INSERT ON public.finance_creditthreshold REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8c17d();

COMMENT ON TRIGGER pgtrigger_insert_insert_8c17d ON public.finance_creditthreshold IS 'e89ef417d261f83128d26754a01a995ae030d117';

CREATE TRIGGER pgtrigger_insert_insert_8f3ec AFTER INSERT ON public.core_apitoken REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8f3ec();

COMMENT ON TRIGGER pgtrigger_insert_insert_8f3ec ON public.core_apitoken IS 'd3b427698ff9d64dd37a3cc2859c7a28910ef95a';

CREATE TRIGGER pgtrigger_insert_insert_91bf7 AFTER INSERT ON public.finance_allocationrule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_91bf7();

COMMENT ON TRIGGER pgtrigger_insert_insert_91bf7 ON public.finance_allocationrule IS 'b832d887631ace46b5ff6fa19e93aee52ffd120e';

CREATE TRIGGER pgtrigger_insert_insert_94584 AFTER INSERT ON public.core_unit REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_94584();

COMMENT ON TRIGGER pgtrigger_insert_insert_94584 ON public.core_unit IS 'dbd86a0303d23335e8d0c6157fa0035ceadf9532';

CREATE TRIGGER pgtrigger_insert_insert_95c34 AFTER INSERT ON public.items_brand REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_95c34();

COMMENT ON TRIGGER pgtrigger_insert_insert_95c34 ON public.items_brand IS 'e86c47178b64ec483a4fd0bb17ccbb33f8a4a72d';

CREATE TRIGGER pgtrigger_insert_insert_9f0d5 AFTER INSERT ON public.core_role REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_9f0d5();

COMMENT ON TRIGGER pgtrigger_insert_insert_9f0d5 ON public.core_role IS 'c70528bee6c5a097c7795daddc0f64034cfe1e56';

CREATE TRIGGER pgtrigger_insert_insert_a21cb AFTER INSERT ON public.finance_closepolicy REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a21cb();

COMMENT ON TRIGGER pgtrigger_insert_insert_a21cb ON public.finance_closepolicy IS '91fe59055f3d484e794b0925b19134b663b7fff8';

CREATE TRIGGER pgtrigger_insert_insert_a7416 AFTER INSERT ON public.items_itemunit REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a7416();

COMMENT ON TRIGGER pgtrigger_insert_insert_a7416 ON public.items_itemunit IS '7ee416b28a77fee9d25edb5d3950a167400107e8';

CREATE TRIGGER pgtrigger_insert_insert_a7b1b AFTER INSERT ON public.finance_itemshop REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a7b1b();

COMMENT ON TRIGGER pgtrigger_insert_insert_a7b1b ON public.finance_itemshop IS 'a369f7b37b4aad0b2ad52a06c7bfec8c4c74db5a';

CREATE TRIGGER pgtrigger_insert_insert_a9374 AFTER INSERT ON public.sales_route REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a9374();

COMMENT ON TRIGGER pgtrigger_insert_insert_a9374 ON public.sales_route IS '89600e825ce442fc1ad948a93277e6a3222ba68d';

CREATE TRIGGER pgtrigger_insert_insert_ac3e8 AFTER INSERT ON public.finance_feepolicy REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ac3e8();

COMMENT ON TRIGGER pgtrigger_insert_insert_ac3e8 ON public.finance_feepolicy IS '12feedfbeb6219bddaac52d2de1f37b832ec5ede';

CREATE TRIGGER pgtrigger_insert_insert_b774f AFTER INSERT ON public.items_price REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_b774f();

COMMENT ON TRIGGER pgtrigger_insert_insert_b774f ON public.items_price IS 'a3bc7042b991ed854eaccdf48cc439ac7a27c934';

CREATE TRIGGER pgtrigger_insert_insert_bcbef AFTER INSERT ON public.items_unitofmeasure REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bcbef();

COMMENT ON TRIGGER pgtrigger_insert_insert_bcbef ON public.items_unitofmeasure IS 'a5441d6fb25e946626fc657d89448fb5bca224c2';

CREATE TRIGGER pgtrigger_insert_insert_be472 AFTER INSERT ON public.stock_location REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_be472();

COMMENT ON TRIGGER pgtrigger_insert_insert_be472 ON public.stock_location IS '1def5149264d59d515e829c7dfc64e306fff3ea6';

CREATE TRIGGER pgtrigger_insert_insert_bf52e AFTER INSERT ON public.parties_address REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bf52e();

COMMENT ON TRIGGER pgtrigger_insert_insert_bf52e ON public.parties_address IS '40116a093a62b460ecfb86c9be05d20dee2c7182';

CREATE TRIGGER pgtrigger_insert_insert_cd5e9 AFTER INSERT ON public.core_customfield REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_cd5e9();

COMMENT ON TRIGGER pgtrigger_insert_insert_cd5e9 ON public.core_customfield IS 'b16531e49c793025cd36d44a23703cdb530c3310';

CREATE TRIGGER pgtrigger_insert_insert_cfe1a AFTER INSERT ON public.finance_itemaccount REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_cfe1a();

COMMENT ON TRIGGER pgtrigger_insert_insert_cfe1a ON public.finance_itemaccount IS '75d3968daac86520c53a28d2bbc3e7fac4d5b372';

CREATE TRIGGER pgtrigger_insert_insert_d3b9c AFTER INSERT ON public.sales_shop REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_d3b9c();

COMMENT ON TRIGGER pgtrigger_insert_insert_d3b9c ON public.sales_shop IS '487555d0b4a0533a7fe74fa88248d30a4b90fbff';

CREATE TRIGGER pgtrigger_insert_insert_d3d9b AFTER INSERT ON public.core_approvalroute REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_d3d9b();

COMMENT ON TRIGGER pgtrigger_insert_insert_d3d9b ON public.core_approvalroute IS '71848a3bf9fcdd506650ba947024bfe3c9c25b03';

CREATE TRIGGER pgtrigger_insert_insert_dbfa6 AFTER INSERT ON public.finance_itemrule REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_dbfa6();

COMMENT ON TRIGGER pgtrigger_insert_insert_dbfa6 ON public.finance_itemrule IS 'd5ed84438c801a67274e7e23af473d9dcd91c759';

CREATE TRIGGER pgtrigger_insert_insert_dca03 AFTER INSERT ON public.finance_dimensionvalue REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_dca03();

COMMENT ON TRIGGER pgtrigger_insert_insert_dca03 ON public.finance_dimensionvalue IS '44df67aabb1b3a9c624f9ab01db3c90a2b9a03b2';

CREATE TRIGGER pgtrigger_insert_insert_df4ab AFTER INSERT ON public.items_bomline REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_df4ab();

COMMENT ON TRIGGER pgtrigger_insert_insert_df4ab ON public.items_bomline IS 'd120038be9279766150c64f0fbb7163f0d7d03b1';

CREATE TRIGGER pgtrigger_insert_insert_e21f8 AFTER INSERT ON public.finance_vouchertemplate REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_e21f8();

COMMENT ON TRIGGER pgtrigger_insert_insert_e21f8 ON public.finance_vouchertemplate IS '0290e2420950d1a0c6028946fbfaf74fa79baedb';

CREATE TRIGGER pgtrigger_insert_insert_ec0e8 AFTER INSERT ON public.core_membership REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ec0e8();

COMMENT ON TRIGGER pgtrigger_insert_insert_ec0e8 ON public.core_membership IS '3857467cbe3c52886b488990131b88d37394c8e3';

CREATE TRIGGER pgtrigger_insert_insert_eeb3a AFTER INSERT ON public.finance_reportaccount REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_eeb3a();

COMMENT ON TRIGGER pgtrigger_insert_insert_eeb3a ON public.finance_reportaccount IS '9c3078acfe78cc7115d8b49bf60cb15c4793c834';

CREATE TRIGGER pgtrigger_insert_insert_ef0e0 AFTER INSERT ON public.finance_accountdimension REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ef0e0();

COMMENT ON TRIGGER pgtrigger_insert_insert_ef0e0 ON public.finance_accountdimension IS 'f5d699c340fb780d2fe1dfa19a4f4beee2773ad4';

CREATE TRIGGER pgtrigger_insert_insert_f26c4 AFTER INSERT ON public.finance_account REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_f26c4();

COMMENT ON TRIGGER pgtrigger_insert_insert_f26c4 ON public.finance_account IS '6dcac4758beb0b6aade140d8c9c222185bed5c22';

CREATE TRIGGER pgtrigger_insert_insert_f5c0e AFTER INSERT ON public.parties_party REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_f5c0e();

COMMENT ON TRIGGER pgtrigger_insert_insert_f5c0e ON public.parties_party IS '1b3ba80e3126ea4942156527dd113fe3115f855e';

CREATE TRIGGER pgtrigger_insert_insert_f7818 AFTER INSERT ON public.core_region REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_f7818();

COMMENT ON TRIGGER pgtrigger_insert_insert_f7818 ON public.core_region IS '6af8fb2221600171c7407d6aeb58993064b9f8f6';

CREATE TRIGGER pgtrigger_insert_insert_fb2c4 AFTER INSERT ON public.items_bom REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_fb2c4();

COMMENT ON TRIGGER pgtrigger_insert_insert_fb2c4 ON public.items_bom IS '32ecd34427ddbef937fc398a203b7cb9de139da2';

CREATE TRIGGER pgtrigger_insert_insert_fe251 AFTER INSERT ON public.items_pricelist REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_fe251();

COMMENT ON TRIGGER pgtrigger_insert_insert_fe251 ON public.items_pricelist IS 'e756abe7a86a5ec0b1701f3ef98a6767fc01e3f8';

CREATE TRIGGER pgtrigger_insert_insert_fffbc AFTER INSERT ON public.sales_feekind REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_fffbc();

COMMENT ON TRIGGER pgtrigger_insert_insert_fffbc ON public.sales_feekind IS '1ccd388274d7eca95d9c835e14204631da79edd0';

CREATE TRIGGER pgtrigger_no_update_2c30d BEFORE UPDATE ON public.core_loginentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_2c30d();

COMMENT ON TRIGGER pgtrigger_no_update_2c30d ON public.core_loginentry IS 'e5a7576e6404600689258cadb155aeba082e3ba0';

CREATE TRIGGER pgtrigger_update_update_01c13 AFTER UPDATE ON public.finance_allocationtarget REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_01c13();

COMMENT ON TRIGGER pgtrigger_update_update_01c13 ON public.finance_allocationtarget IS '84a82ad26adf6cc46757e93b1316c0bc6d90f622';

CREATE TRIGGER pgtrigger_update_update_0302d AFTER UPDATE ON public.sales_listing REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_0302d();

COMMENT ON TRIGGER pgtrigger_update_update_0302d ON public.sales_listing IS '8688159eff28ed9407440e3684a317c212b916cc';

CREATE TRIGGER pgtrigger_update_update_03533 AFTER UPDATE ON public.core_dictionaryentry REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_03533();

COMMENT ON TRIGGER pgtrigger_update_update_03533 ON public.core_dictionaryentry IS '79ebcb9208c6f41d11e6fc44a35109f440d0a2a9';

CREATE TRIGGER pgtrigger_update_update_0fe88 AFTER UPDATE ON public.finance_expenselimit REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_0fe88();

COMMENT ON TRIGGER pgtrigger_update_update_0fe88 ON public.finance_expenselimit IS '997b5b455934ed82a70bf6c7476158194b9ca4a3';

CREATE TRIGGER pgtrigger_update_update_13b73 AFTER UPDATE ON public.items_taxclass REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_13b73();

COMMENT ON TRIGGER pgtrigger_update_update_13b73 ON public.items_taxclass IS 'ba5932540e21cd810c751cd9f3f3d2eacb51fd91';

CREATE TRIGGER pgtrigger_update_update_165ca AFTER UPDATE ON public.finance_accountdimension REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_165ca();

COMMENT ON TRIGGER pgtrigger_update_update_165ca ON public.finance_accountdimension IS '69751b8780fc15de98932ebfb5e6c81d762e65e7';

CREATE TRIGGER pgtrigger_update_update_1e864 AFTER UPDATE ON public.finance_cashitemrule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_1e864();

COMMENT ON TRIGGER pgtrigger_update_update_1e864 ON public.finance_cashitemrule IS 'cff70c5ce208e46d4f002cac558c8ebae7c2e1de';

CREATE TRIGGER pgtrigger_update_update_1fa55 AFTER UPDATE ON public.finance_taxregistration REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_1fa55();

COMMENT ON TRIGGER pgtrigger_update_update_1fa55 ON public.finance_taxregistration IS 'bbc3a2a52b1441b0c19faa30a4ab788506c78c05';

CREATE TRIGGER pgtrigger_update_update_23855 AFTER UPDATE ON public.finance_itemrule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_23855();

COMMENT ON TRIGGER pgtrigger_update_update_23855 ON public.finance_itemrule IS '90276ac0a0d14cdb2a4677cc8a273dca89d5d947';

CREATE TRIGGER pgtrigger_update_update_26ae0 AFTER UPDATE ON public.items_category REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_26ae0();

COMMENT ON TRIGGER pgtrigger_update_update_26ae0 ON public.items_category IS '4a0a9bdb9e4322b3c4e94f9ab9ebde562491689d';

CREATE TRIGGER pgtrigger_update_update_28121 AFTER UPDATE ON public.finance_closepolicy REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_28121();

COMMENT ON TRIGGER pgtrigger_update_update_28121 ON public.finance_closepolicy IS '87851d761682613560c2a7b7d073809ee8dee943';

CREATE TRIGGER pgtrigger_update_update_2bc98 AFTER UPDATE ON public.sales_reviewcheck REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_2bc98();

COMMENT ON TRIGGER pgtrigger_update_update_2bc98 ON public.sales_reviewcheck IS '9ea7fc180a2ddb35d3bd216cf898023dba5b1acd';

CREATE TRIGGER pgtrigger_update_update_32cf3 AFTER UPDATE ON public.sales_channel REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_32cf3();

COMMENT ON TRIGGER pgtrigger_update_update_32cf3 ON public.sales_channel IS '5e6bd59d49274c5fbf7b2e5efcd835694d6501b9';

CREATE TRIGGER pgtrigger_update_update_3bcb8 AFTER UPDATE ON public.sales_coupon REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_3bcb8();

COMMENT ON TRIGGER pgtrigger_update_update_3bcb8 ON public.sales_coupon IS '37fcc6ec7a212f703707eba5821b106edd8bc0d4';

CREATE TRIGGER pgtrigger_update_update_3bee8 AFTER UPDATE ON public.finance_account REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_3bee8();

COMMENT ON TRIGGER pgtrigger_update_update_3bee8 ON public.finance_account IS 'fd50ca2bbc8d7aa5d24cd61586d7b9221156d8df';

CREATE TRIGGER pgtrigger_update_update_426df AFTER UPDATE ON public.sales_route REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_426df();

COMMENT ON TRIGGER pgtrigger_update_update_426df ON public.sales_route IS 'a4c3c0c1e907987c52d1fc5bbd6a9bb089a98aeb';

CREATE TRIGGER pgtrigger_update_update_46236 AFTER UPDATE ON public.core_alert REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_46236();

COMMENT ON TRIGGER pgtrigger_update_update_46236 ON public.core_alert IS 'b4e0902ecd9835f0f452960ff45b6d7fdca52fc9';

CREATE TRIGGER pgtrigger_update_update_47efc AFTER UPDATE ON public.core_dutyexception REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_47efc();

COMMENT ON TRIGGER pgtrigger_update_update_47efc ON public.core_dutyexception IS '6cc9841a995898f9dcd3ed0c1d6299a726a8d8b5';

CREATE TRIGGER pgtrigger_update_update_4b339 AFTER UPDATE ON public.sales_promotion REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_4b339();

COMMENT ON TRIGGER pgtrigger_update_update_4b339 ON public.sales_promotion IS 'afa73d7d62e860254044c4a89f5a90ab39a3d753';

CREATE TRIGGER pgtrigger_update_update_51b54 AFTER UPDATE ON public.finance_employee REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_51b54();

COMMENT ON TRIGGER pgtrigger_update_update_51b54 ON public.finance_employee IS 'e92b6fea76b2500d418b1d58748617bb4ceb02e4';

CREATE TRIGGER pgtrigger_update_update_57ee5 AFTER UPDATE ON public.finance_itemshop REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_57ee5();

COMMENT ON TRIGGER pgtrigger_update_update_57ee5 ON public.finance_itemshop IS 'cc12ee814a456d64b5148a63faeeeeb38722b419';

CREATE TRIGGER pgtrigger_update_update_58ad9 AFTER UPDATE ON public.core_customfield REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_58ad9();

COMMENT ON TRIGGER pgtrigger_update_update_58ad9 ON public.core_customfield IS 'a85cf51639e858c52c2c1913499ed657b5c7015c';

CREATE TRIGGER pgtrigger_update_update_5bdc1 AFTER UPDATE ON public.finance_itemaccount REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_5bdc1();

COMMENT ON TRIGGER pgtrigger_update_update_5bdc1 ON public.finance_itemaccount IS '1261e8329b217bdc6d107ef570486d7f35b5165d';

CREATE TRIGGER pgtrigger_update_update_5be89 AFTER UPDATE ON public.sales_returnreason REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_5be89();

COMMENT ON TRIGGER pgtrigger_update_update_5be89 ON public.sales_returnreason IS '60e35240d14e02a9359a61b3d70a65df82fa0625';

CREATE TRIGGER pgtrigger_update_update_5c964 AFTER UPDATE ON public.finance_paymentreason REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_5c964();

COMMENT ON TRIGGER pgtrigger_update_update_5c964 ON public.finance_paymentreason IS 'd60fe0a02b20670beb0d959452e5002ce3a2c490';

CREATE TRIGGER pgtrigger_update_update_607e9 AFTER UPDATE ON public.parties_account REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_607e9();

COMMENT ON TRIGGER pgtrigger_update_update_607e9 ON public.parties_account IS '35ca64e416936db54f5dceb09d6232e51600196a';

CREATE TRIGGER pgtrigger_update_update_61150 AFTER UPDATE ON public.core_unit REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_61150();

COMMENT ON TRIGGER pgtrigger_update_update_61150 ON public.core_unit IS '153b954b6859772e1e67a9f44de55ff71331a962';

CREATE TRIGGER pgtrigger_update_update_65f7b AFTER UPDATE ON public.core_approvalroute REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_65f7b();

COMMENT ON TRIGGER pgtrigger_update_update_65f7b ON public.core_approvalroute IS '30e4a965d8436017ea1639658db07967f045b9a9';

CREATE TRIGGER pgtrigger_update_update_7177e AFTER UPDATE ON public.sales_feekind REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_7177e();

COMMENT ON TRIGGER pgtrigger_update_update_7177e ON public.sales_feekind IS '53653ff49a3c54e52ae45ca9396dc595b1a0f9a8';

CREATE TRIGGER pgtrigger_update_update_71887 AFTER UPDATE ON public.finance_creditterm REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_71887();

COMMENT ON TRIGGER pgtrigger_update_update_71887 ON public.finance_creditterm IS 'a5dad3e5ccaca2bdefff034d0c290fa72a006d7a';

CREATE TRIGGER pgtrigger_update_update_72707 AFTER UPDATE ON public.core_dutyconflict REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_72707();

COMMENT ON TRIGGER pgtrigger_update_update_72707 ON public.core_dutyconflict IS '880729150c9ec57e82e3eaaacf347dbe3ba4cae3';

CREATE TRIGGER pgtrigger_update_update_75c9a AFTER UPDATE ON public.parties_partygroup REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_75c9a();

COMMENT ON TRIGGER pgtrigger_update_update_75c9a ON public.parties_partygroup IS '1f0c796d3d61ebc4134f4fe7bc4f097fdf6e1f97';

CREATE TRIGGER pgtrigger_update_update_79e13 AFTER UPDATE ON public.core_approvalnode REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_79e13();

COMMENT ON TRIGGER pgtrigger_update_update_79e13 ON public.core_approvalnode IS 'e3dc9024b484bdc2d2b81a680c9f515bcf31ae89';

CREATE TRIGGER pgtrigger_update_update_7b505 AFTER UPDATE ON public.stock_warehouse REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_7b505();

COMMENT ON TRIGGER pgtrigger_update_update_7b505 ON public.stock_warehouse IS 'bf6864c685c957906cce26ff3a4127f5a7a07c43';

CREATE TRIGGER pgtrigger_update_update_83ade AFTER UPDATE ON public.items_itemunit REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_83ade();

COMMENT ON TRIGGER pgtrigger_update_update_83ade ON public.items_itemunit IS 'a07e1f5b59d3f25b4b18c0bf2d7146464dd24845';

CREATE TRIGGER pgtrigger_update_update_8c5cb AFTER UPDATE ON public.core_datascope REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8c5cb();

COMMENT ON TRIGGER pgtrigger_update_update_8c5cb ON public.core_datascope IS '7380a35ec2d39f02b30e5386f76e00cbf5112b7e';

CREATE TRIGGER pgtrigger_update_update_8c728 AFTER UPDATE ON public.finance_bankaccount REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8c728();

COMMENT ON TRIGGER pgtrigger_update_update_8c728 ON public.finance_bankaccount IS '9f43141cb2c9663c641a104c526d5f9683e0ac29';

CREATE TRIGGER pgtrigger_update_update_8e97a AFTER UPDATE ON public.items_taxrate REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8e97a();

COMMENT ON TRIGGER pgtrigger_update_update_8e97a ON public.items_taxrate IS '51acadc0649537216fdad6b7ae6cd65c03aa9757';

CREATE TRIGGER pgtrigger_update_update_90670 AFTER UPDATE ON public.core_apitoken REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_90670();

COMMENT ON TRIGGER pgtrigger_update_update_90670 ON public.core_apitoken IS '21f787e65a0081d991c2715ed1b8a1774a726b18';

CREATE TRIGGER pgtrigger_update_update_94307 AFTER UPDATE ON public.core_escalation REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_94307();

COMMENT ON TRIGGER pgtrigger_update_update_94307 ON public.core_escalation IS '056679790129418d06000019c15c8efc20f7e52b';

CREATE TRIGGER pgtrigger_update_update_962f8 AFTER UPDATE ON public.items_pricelist REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_962f8();

COMMENT ON TRIGGER pgtrigger_update_update_962f8 ON public.items_pricelist IS 'd07aaad3f3379b7b2b751b01ce1f17163651f254';

CREATE TRIGGER pgtrigger_update_update_998d5 AFTER UPDATE ON public.finance_dunninglevel REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_998d5();

COMMENT ON TRIGGER pgtrigger_update_update_998d5 ON public.finance_dunninglevel IS 'c70ab1fd23e056aec8b2a3442032b4d5b65ef620';

CREATE TRIGGER pgtrigger_update_update_9a02f AFTER UPDATE ON public.core_retention REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_9a02f();

COMMENT ON TRIGGER pgtrigger_update_update_9a02f ON public.core_retention IS '4d8d24615e9e33c317872bb064f0425753a73175';

CREATE TRIGGER pgtrigger_update_update_9f02c AFTER UPDATE ON public.sales_statementmapping REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_9f02c();

COMMENT ON TRIGGER pgtrigger_update_update_9f02c ON public.sales_statementmapping IS '46bc5aa095ccb5810b17ac012a364116ec532f33';

CREATE TRIGGER pgtrigger_update_update_9f910 AFTER UPDATE ON public.stock_location REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_9f910();

COMMENT ON TRIGGER pgtrigger_update_update_9f910 ON public.stock_location IS '748822bcbefbe8c2bff8f7046e353ac8851fc5a6';

CREATE TRIGGER pgtrigger_update_update_a2d27 AFTER UPDATE ON public.finance_reportaccount REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_a2d27();

COMMENT ON TRIGGER pgtrigger_update_update_a2d27 ON public.finance_reportaccount IS 'bd95bba618362117d6d0e5336a4e2532af0af84e';

CREATE TRIGGER pgtrigger_update_update_aaed0 AFTER UPDATE ON public.finance_invoicerule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_aaed0();

COMMENT ON TRIGGER pgtrigger_update_update_aaed0 ON public.finance_invoicerule IS 'acdd25da3f409efe1b3f3b420cd93ad09c56e933';

CREATE TRIGGER pgtrigger_update_update_ab7b2 AFTER UPDATE ON public.finance_reportline REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ab7b2();

COMMENT ON TRIGGER pgtrigger_update_update_ab7b2 ON public.finance_reportline IS '0721849d6633afd9479161a2dbcbfb8881c65ee0';

CREATE TRIGGER pgtrigger_update_update_abef2 AFTER UPDATE ON public.finance_postingrule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_abef2();

COMMENT ON TRIGGER pgtrigger_update_update_abef2 ON public.finance_postingrule IS 'cfcbcfa4f40c040c48ddcde1f0cfed9d05fadfa3';

CREATE TRIGGER pgtrigger_update_update_ae94a AFTER UPDATE ON public.items_item REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ae94a();

COMMENT ON TRIGGER pgtrigger_update_update_ae94a ON public.items_item IS '8105263effdea252b7aae1caa09c2b77eb48863f';

CREATE TRIGGER pgtrigger_update_update_af665 AFTER UPDATE ON public.core_membership REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_af665();

COMMENT ON TRIGGER pgtrigger_update_update_af665 ON public.core_membership IS 'cf1fad086812b0a842f54ed838603f8227213250';

CREATE TRIGGER pgtrigger_update_update_b1e5a AFTER UPDATE ON public.finance_allocationrule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_b1e5a();

COMMENT ON TRIGGER pgtrigger_update_update_b1e5a ON public.finance_allocationrule IS '37676a004c9ec5f15986195349e4b19a287ad0b6';

CREATE TRIGGER pgtrigger_update_update_b1fe6 AFTER UPDATE ON public.core_role REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_b1fe6();

COMMENT ON TRIGGER pgtrigger_update_update_b1fe6 ON public.core_role IS 'b94e712fa5104d239e3de2db4798b4de128f7176';

CREATE TRIGGER pgtrigger_update_update_b3c0a AFTER UPDATE ON public.items_bomline REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_b3c0a();

COMMENT ON TRIGGER pgtrigger_update_update_b3c0a ON public.items_bomline IS 'dfbfc10211f15a907db150967921b2db36786dae';

CREATE TRIGGER pgtrigger_update_update_b9527 AFTER UPDATE ON public.items_bom REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_b9527();

COMMENT ON TRIGGER pgtrigger_update_update_b9527 ON public.items_bom IS 'b01100567c3e5db4ea6cd7c1784e6e8c61383894';

CREATE TRIGGER pgtrigger_update_update_bb4fe AFTER UPDATE ON public.finance_creditgroup REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_bb4fe();

COMMENT ON TRIGGER pgtrigger_update_update_bb4fe ON public.finance_creditgroup IS 'aee5ee3bebc861c4b26dca53e7afa42d68f98c0d';

CREATE TRIGGER pgtrigger_update_update_bee16 AFTER UPDATE ON public.core_region REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_bee16();

COMMENT ON TRIGGER pgtrigger_update_update_bee16 ON public.core_region IS '2e8b95fe83b0be544bb26531722c7f44cd1d3e15';

CREATE TRIGGER pgtrigger_update_update_bffe7 AFTER UPDATE ON public.finance_bankrule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_bffe7();

COMMENT ON TRIGGER pgtrigger_update_update_bffe7 ON public.finance_bankrule IS 'fb052ed6f5de5d1db2d4fe136282e35233a9d3d5';

CREATE TRIGGER pgtrigger_update_update_c0944 AFTER UPDATE ON public.finance_expensekind REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_c0944();

COMMENT ON TRIGGER pgtrigger_update_update_c0944 ON public.finance_expensekind IS '4817d70dd04d09ff2df14ea7b523ad224ff05e30';

CREATE TRIGGER pgtrigger_update_update_c95c6 AFTER UPDATE ON public.finance_feepolicy REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_c95c6();

COMMENT ON TRIGGER pgtrigger_update_update_c95c6 ON public.finance_feepolicy IS '6c770a726a9a2a23adcd6aaba6eb64c5ea65dece';

CREATE TRIGGER pgtrigger_update_update_c9d55 AFTER UPDATE ON public.finance_creditthreshold REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_c9d55();

COMMENT ON TRIGGER pgtrigger_update_update_c9d55 ON public.finance_creditthreshold IS '5ef82675ff09ce73d0c401aaf2e2c359271f4a90';

CREATE TRIGGER pgtrigger_update_update_ca5ff AFTER UPDATE ON public.core_webhook REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ca5ff();

COMMENT ON TRIGGER pgtrigger_update_update_ca5ff ON public.core_webhook IS '11d656cf3da764ccaa9ea23d7027f0644dcacaf8';

CREATE TRIGGER pgtrigger_update_update_cc616 AFTER UPDATE ON public.finance_budgetthreshold REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_cc616();

COMMENT ON TRIGGER pgtrigger_update_update_cc616 ON public.finance_budgetthreshold IS '1e9552a505b2feb267550156f51f31bee7371d70';

CREATE TRIGGER pgtrigger_update_update_ce0f8 AFTER UPDATE ON public.finance_dimensionvalue REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ce0f8();

COMMENT ON TRIGGER pgtrigger_update_update_ce0f8 ON public.finance_dimensionvalue IS '0e9b8ad249a3464c6db6fad5802cafce5fabc18c';

CREATE TRIGGER pgtrigger_update_update_d10c3 AFTER UPDATE ON public.items_price REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_d10c3();

COMMENT ON TRIGGER pgtrigger_update_update_d10c3 ON public.items_price IS 'e38240e9271bef184be05bd71a4be5b24e2027bf';

CREATE TRIGGER pgtrigger_update_update_d1174 AFTER UPDATE ON public.finance_vouchertemplate REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_d1174();

COMMENT ON TRIGGER pgtrigger_update_update_d1174 ON public.finance_vouchertemplate IS '58493fe261e0cd09b775bbb6681dac34458b0176';

CREATE TRIGGER pgtrigger_update_update_d14a7 AFTER UPDATE ON public.finance_statistic REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_d14a7();

COMMENT ON TRIGGER pgtrigger_update_update_d14a7 ON public.finance_statistic IS '8d6d477697c28b5cb962f25ddeffa18d74a1b31b';

CREATE TRIGGER pgtrigger_update_update_d8f35 AFTER UPDATE ON public.core_secondfactorrule REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_d8f35();

COMMENT ON TRIGGER pgtrigger_update_update_d8f35 ON public.core_secondfactorrule IS 'afd7ce0bfa3f1484af40afaf7961b528ed85066e';

CREATE TRIGGER pgtrigger_update_update_db520 AFTER UPDATE ON public.parties_party REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_db520();

COMMENT ON TRIGGER pgtrigger_update_update_db520 ON public.parties_party IS '6b40cad365fe04e11271f1d0575559ab8e8a9c38';

CREATE TRIGGER pgtrigger_update_update_db937 AFTER UPDATE ON public.parties_address REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_db937();

COMMENT ON TRIGGER pgtrigger_update_update_db937 ON public.parties_address IS 'ed88d68eed6c9f53deffd381e8489eb58eb3f562';

CREATE TRIGGER pgtrigger_update_update_dda71 AFTER UPDATE ON public.sales_shop REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_dda71();

COMMENT ON TRIGGER pgtrigger_update_update_dda71 ON public.sales_shop IS 'a41960e95df5b3169fc9643e2e7532a45fc15619';

CREATE TRIGGER pgtrigger_update_update_e169c AFTER UPDATE ON public.core_company REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_e169c();

COMMENT ON TRIGGER pgtrigger_update_update_e169c ON public.core_company IS '8b00450f438eb16abc8f1dac129cfd40ad538fd6';

CREATE TRIGGER pgtrigger_update_update_e8e49 AFTER UPDATE ON public.finance_exchangerate REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_e8e49();

COMMENT ON TRIGGER pgtrigger_update_update_e8e49 ON public.finance_exchangerate IS '1215a29a54f1868a4292beae83d7ef83ba856b95';

CREATE TRIGGER pgtrigger_update_update_ed982 AFTER UPDATE ON public.finance_bankmapping REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ed982();

COMMENT ON TRIGGER pgtrigger_update_update_ed982 ON public.finance_bankmapping IS '38dccb0a53c7212c6935364f4f8a700fdb4c76eb';

CREATE TRIGGER pgtrigger_update_update_f3ab5 AFTER UPDATE ON public.parties_partyrole REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f3ab5();

COMMENT ON TRIGGER pgtrigger_update_update_f3ab5 ON public.parties_partyrole IS '06d464fedda8785913b0ae729fb44c2a36ccd9dc';

CREATE TRIGGER pgtrigger_update_update_f5bb6 AFTER UPDATE ON public.core_parameter REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f5bb6();

COMMENT ON TRIGGER pgtrigger_update_update_f5bb6 ON public.core_parameter IS '25d7520cf045cff6ce8cd9de13566ca11651f84f';

CREATE TRIGGER pgtrigger_update_update_f5f59 AFTER UPDATE ON public.stock_reason REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f5f59();

COMMENT ON TRIGGER pgtrigger_update_update_f5f59 ON public.stock_reason IS '849521c3779c4aef5bd9eea4aca1144538a45f09';

CREATE TRIGGER pgtrigger_update_update_f6453 AFTER UPDATE ON public.items_unitofmeasure REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f6453();

COMMENT ON TRIGGER pgtrigger_update_update_f6453 ON public.items_unitofmeasure IS 'a165206dc118aaba95fbd39148ac4a2924878964';

CREATE TRIGGER pgtrigger_update_update_f6caf AFTER UPDATE ON public.core_announcement REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f6caf();

COMMENT ON TRIGGER pgtrigger_update_update_f6caf ON public.core_announcement IS 'cbba2d68d459a3799cc05139aeb6007f50ad27f1';

CREATE TRIGGER pgtrigger_update_update_f8f58 AFTER UPDATE ON public.items_brand REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f8f58();

COMMENT ON TRIGGER pgtrigger_update_update_f8f58 ON public.items_brand IS '9a288eb821e9b6f45443b224659afc14ec16cef7';

CREATE TRIGGER pgtrigger_update_update_f9142 AFTER UPDATE ON public.finance_bankgateway REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f9142();

COMMENT ON TRIGGER pgtrigger_update_update_f9142 ON public.finance_bankgateway IS 'd251333e01f01a76605fdabf0934e1e9744d69b7';

CREATE TRIGGER pgtrigger_used_stays_e9d6d BEFORE DELETE OR UPDATE ON public.finance_postingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_used_stays_e9d6d();

COMMENT ON TRIGGER pgtrigger_used_stays_e9d6d ON public.finance_postingrule IS '43f22114869a4aabffabe7d9281e6a7e5b97e74a';

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER sales_coupon_balance AFTER INSERT OR UPDATE OF budget_amount, most_uses ON public.sales_coupon FOR EACH ROW EXECUTE FUNCTION public.sales_follow_coupon();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_accessreview
    ADD CONSTRAINT core_accessreview_company_id_0c3efcd3_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_accessreviewline
    ADD CONSTRAINT core_accessreviewlin_review_id_4332c79b_fk_core_acce FOREIGN KEY (review_id) REFERENCES public.core_accessreview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_accessreviewline
    ADD CONSTRAINT core_accessreviewline_company_id_0c706055_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_alert
    ADD CONSTRAINT core_alert_company_id_3a011fbc_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_alert
    ADD CONSTRAINT core_alert_owner_id_4c1367bd_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_alert
    ADD CONSTRAINT core_alert_role_id_bbf09760_fk_auth_group_id FOREIGN KEY (role_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_alert
    ADD CONSTRAINT core_alert_user_id_71938e27_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_announcement
    ADD CONSTRAINT core_announcement_company_id_3504fb68_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_apitoken
    ADD CONSTRAINT core_apitoken_user_id_030d32aa_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvaldelegation
    ADD CONSTRAINT core_approvaldelegation_company_id_831b78f1_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalnode
    ADD CONSTRAINT core_approvalnode_role_id_599d4ab5_fk_auth_group_id FOREIGN KEY (role_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalnode
    ADD CONSTRAINT core_approvalnode_route_id_6b830818_fk_core_approvalroute_id FOREIGN KEY (route_id) REFERENCES public.core_approvalroute(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalnode
    ADD CONSTRAINT core_approvalnode_user_id_3360aee1_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalrequest
    ADD CONSTRAINT core_approvalrequest_company_id_cd32a6c4_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalroute
    ADD CONSTRAINT core_approvalroute_company_id_d7f8e6bc_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalstep
    ADD CONSTRAINT core_approvalstep_company_id_2ad7f838_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvalstep
    ADD CONSTRAINT core_approvalstep_request_id_15920797_fk_core_appr FOREIGN KEY (request_id) REFERENCES public.core_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvaltask
    ADD CONSTRAINT core_approvaltask_company_id_dfafb0e6_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvaltask
    ADD CONSTRAINT core_approvaltask_request_id_273a119d_fk_core_appr FOREIGN KEY (request_id) REFERENCES public.core_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_approvaltask
    ADD CONSTRAINT core_approvaltask_step_id_d7b817d8_fk_core_approvalstep_id FOREIGN KEY (step_id) REFERENCES public.core_approvalstep(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_attachment
    ADD CONSTRAINT core_attachment_company_id_ed543e22_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_company
    ADD CONSTRAINT core_company_currency_id_d0d73d62_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_company
    ADD CONSTRAINT core_company_parent_id_1672b80b_fk_core_company_id FOREIGN KEY (parent_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_customfield
    ADD CONSTRAINT core_customfield_company_id_a63e2dee_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_datascope
    ADD CONSTRAINT core_datascope_company_id_29f3e460_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_datascope
    ADD CONSTRAINT core_datascope_role_id_1536c2ba_fk_auth_group_id FOREIGN KEY (role_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_datascope
    ADD CONSTRAINT core_datascope_user_id_09cc1166_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_defaultview
    ADD CONSTRAINT core_defaultview_company_id_696bb42b_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_defaultview
    ADD CONSTRAINT core_defaultview_user_id_76c7de98_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_defaultview
    ADD CONSTRAINT core_defaultview_view_id_5941350a_fk_core_savedview_id FOREIGN KEY (view_id) REFERENCES public.core_savedview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_dutyexception
    ADD CONSTRAINT core_dutyexception_company_id_66aecb47_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_dutyexception
    ADD CONSTRAINT core_dutyexception_conflict_id_87ce2871_fk_core_dutyconflict_id FOREIGN KEY (conflict_id) REFERENCES public.core_dutyconflict(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_dutyexception
    ADD CONSTRAINT core_dutyexception_user_id_8f371c5a_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_escalation
    ADD CONSTRAINT core_escalation_company_id_ff2b12f6_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_file
    ADD CONSTRAINT core_file_company_id_6a11872c_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_import
    ADD CONSTRAINT core_import_company_id_e6f1502e_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_import
    ADD CONSTRAINT core_import_file_id_c8152276_fk_core_file_id FOREIGN KEY (file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_import
    ADD CONSTRAINT core_import_rejected_file_id_6691775c_fk_core_file_id FOREIGN KEY (rejected_file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_importmapping
    ADD CONSTRAINT core_importmapping_company_id_ea6b1959_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_importmapping
    ADD CONSTRAINT core_importmapping_user_id_e3d0f7d3_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_importrejection
    ADD CONSTRAINT core_importrejection_document_id_6d4d1b34_fk_core_import_id FOREIGN KEY (document_id) REFERENCES public.core_import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_job
    ADD CONSTRAINT core_job_company_id_0a1ffa02_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_jobrejection
    ADD CONSTRAINT core_jobrejection_job_id_f8719837_fk_core_job_id FOREIGN KEY (job_id) REFERENCES public.core_job(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_membership
    ADD CONSTRAINT core_membership_company_id_e53cbb18_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_membership
    ADD CONSTRAINT core_membership_role_id_aa9f5356_fk_auth_group_id FOREIGN KEY (role_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_membership
    ADD CONSTRAINT core_membership_user_id_f9b5780b_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_company_id_4deeeaa1_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_user_id_2b488d98_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_papertemplate
    ADD CONSTRAINT core_papertemplate_company_id_063b30d2_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_parameter
    ADD CONSTRAINT core_parameter_company_id_aa24c683_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_period
    ADD CONSTRAINT core_period_company_id_0f34706e_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_region
    ADD CONSTRAINT core_region_parent_id_c48e77f6_fk_core_region_id FOREIGN KEY (parent_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_role
    ADD CONSTRAINT core_role_group_id_af4201fe_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_savedview
    ADD CONSTRAINT core_savedview_company_id_5ca27fd5_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_savedview
    ADD CONSTRAINT core_savedview_user_id_364484ec_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_secondfactorrule
    ADD CONSTRAINT core_secondfactorrule_company_id_baf9cf39_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_secondfactorrule
    ADD CONSTRAINT core_secondfactorrule_role_id_9535352d_fk_auth_group_id FOREIGN KEY (role_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_unit
    ADD CONSTRAINT core_unit_company_id_de1b570f_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_unit
    ADD CONSTRAINT core_unit_parent_id_92d86b0b_fk_core_unit_id FOREIGN KEY (parent_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_user
    ADD CONSTRAINT core_user_company_id_2dbe4115_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_group_id_fe8c697f_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_user_id_70b4d9b8_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permi_permission_id_35ccf601_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permissions_user_id_085123d3_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_verdict
    ADD CONSTRAINT core_verdict_run_id_c8f9c969_fk_core_run_id FOREIGN KEY (run_id) REFERENCES public.core_run(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_webhook
    ADD CONSTRAINT core_webhook_company_id_00445e23_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_webhook
    ADD CONSTRAINT core_webhook_owner_id_30417653_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_company_id_219edbf9_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_currency_id_dd4e100d_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_parent_id_974dc44d_fk_finance_account_id FOREIGN KEY (parent_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_accountdimension
    ADD CONSTRAINT finance_accountdimen_account_id_4ee24727_fk_finance_a FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_accountdimension
    ADD CONSTRAINT finance_accountdimension_company_id_ff6a4bda_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_accountstatement
    ADD CONSTRAINT finance_accountstatement_company_id_5ab05f6a_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationru_basis_account_id_525069c3_fk_finance_a FOREIGN KEY (basis_account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrun
    ADD CONSTRAINT finance_allocationru_rule_id_dc0e9989_fk_finance_a FOREIGN KEY (rule_id) REFERENCES public.finance_allocationrule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationru_source_account_id_dd15bcb2_fk_finance_a FOREIGN KEY (source_account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationru_target_account_id_74cf4478_fk_finance_a FOREIGN KEY (target_account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationrule_company_id_0358cfa3_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrule
    ADD CONSTRAINT finance_allocationrule_source_unit_id_d56516b3_fk_core_unit_id FOREIGN KEY (source_unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationrun
    ADD CONSTRAINT finance_allocationrun_company_id_2ad99803_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationtarget
    ADD CONSTRAINT finance_allocationta_rule_id_5b461394_fk_finance_a FOREIGN KEY (rule_id) REFERENCES public.finance_allocationrule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationtarget
    ADD CONSTRAINT finance_allocationtarget_company_id_08959444_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_allocationtarget
    ADD CONSTRAINT finance_allocationtarget_unit_id_f30c8b37_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_account_id_4420d21e_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_company_id_c9686adb_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_currency_id_54305883_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_gateway_id_67b37930_fk_finance_b FOREIGN KEY (gateway_id) REFERENCES public.finance_bankgateway(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankaccount
    ADD CONSTRAINT finance_bankaccount_owner_id_8b18498d_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankgateway
    ADD CONSTRAINT finance_bankgateway_company_id_519918d2_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankline
    ADD CONSTRAINT finance_bankline_company_id_0c60d026_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankline
    ADD CONSTRAINT finance_bankline_statement_id_af5e7123_fk_finance_b FOREIGN KEY (statement_id) REFERENCES public.finance_bankstatement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankmapping
    ADD CONSTRAINT finance_bankmapping_company_id_95132f1a_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankmessage
    ADD CONSTRAINT finance_bankmessage_company_id_4a6ac866_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankreceipt
    ADD CONSTRAINT finance_bankreceipt_account_id_8a2cb63f_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankreceipt
    ADD CONSTRAINT finance_bankreceipt_company_id_9c2b25be_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankreceived
    ADD CONSTRAINT finance_bankreceived_company_id_b8b07220_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankrule
    ADD CONSTRAINT finance_bankrule_company_id_9d1871da_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankrule
    ADD CONSTRAINT finance_bankrule_party_id_14e2bb7d_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankstatement
    ADD CONSTRAINT finance_bankstatemen_bank_account_id_6078138c_fk_finance_b FOREIGN KEY (bank_account_id) REFERENCES public.finance_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_bankstatement
    ADD CONSTRAINT finance_bankstatement_company_id_f29caa59_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budget
    ADD CONSTRAINT finance_budget_company_id_d17e9548_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budget
    ADD CONSTRAINT finance_budget_currency_id_c81e7c9d_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budget
    ADD CONSTRAINT finance_budget_owner_id_2b50855f_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetbalance
    ADD CONSTRAINT finance_budgetbalance_line_id_ad89e5ca_fk_finance_budgetline_id FOREIGN KEY (line_id) REFERENCES public.finance_budgetline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetchange
    ADD CONSTRAINT finance_budgetchange_budget_id_9a163d7d_fk_finance_budget_id FOREIGN KEY (budget_id) REFERENCES public.finance_budget(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetchangeline
    ADD CONSTRAINT finance_budgetchange_change_id_20e8da91_fk_finance_b FOREIGN KEY (change_id) REFERENCES public.finance_budgetchange(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetchange
    ADD CONSTRAINT finance_budgetchange_company_id_02df82ce_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetchangeline
    ADD CONSTRAINT finance_budgetchange_line_id_5c86a6e2_fk_finance_b FOREIGN KEY (line_id) REFERENCES public.finance_budgetline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetchangeline
    ADD CONSTRAINT finance_budgetchangeline_company_id_d9286223_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_account_id_3087825d_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_budget_id_2123d184_fk_finance_budget_id FOREIGN KEY (budget_id) REFERENCES public.finance_budget(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_company_id_ec2beef6_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_project_id_1b3c5d2a_fk_finance_d FOREIGN KEY (project_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetline
    ADD CONSTRAINT finance_budgetline_unit_id_a2efa61f_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetthreshold
    ADD CONSTRAINT finance_budgetthreshold_budget_id_0e33e9c0_fk_finance_budget_id FOREIGN KEY (budget_id) REFERENCES public.finance_budget(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_budgetthreshold
    ADD CONSTRAINT finance_budgetthreshold_company_id_0ec1e290_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_cashaccount
    ADD CONSTRAINT finance_cashaccount_account_id_03c0d154_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_cashaccount
    ADD CONSTRAINT finance_cashaccount_company_id_8030dd97_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_cashitemrule
    ADD CONSTRAINT finance_cashitemrule_account_id_fe8fb371_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_cashitemrule
    ADD CONSTRAINT finance_cashitemrule_company_id_ad8ddfdc_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_cashitemrule
    ADD CONSTRAINT finance_cashitemrule_item_in_id_4fa9f6c6_fk_finance_d FOREIGN KEY (item_in_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_cashitemrule
    ADD CONSTRAINT finance_cashitemrule_item_out_id_5a4dac68_fk_finance_d FOREIGN KEY (item_out_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_close
    ADD CONSTRAINT finance_close_company_id_5c256051_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_closepolicy
    ADD CONSTRAINT finance_closepolicy_company_id_eacf2aca_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_closereport
    ADD CONSTRAINT finance_closereport_close_id_5a8824b4_fk_finance_close_id FOREIGN KEY (close_id) REFERENCES public.finance_close(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_closereport
    ADD CONSTRAINT finance_closereport_company_id_ad64393f_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_closereport
    ADD CONSTRAINT finance_closereport_file_id_79349db3_fk_core_file_id FOREIGN KEY (file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_closestep
    ADD CONSTRAINT finance_closestep_close_id_c6738db1_fk_finance_close_id FOREIGN KEY (close_id) REFERENCES public.finance_close(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditbalance
    ADD CONSTRAINT finance_creditbalanc_group_id_6768a2cd_fk_finance_c FOREIGN KEY (group_id) REFERENCES public.finance_creditgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditgroup
    ADD CONSTRAINT finance_creditgroup_company_id_34a79ed5_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditgroup
    ADD CONSTRAINT finance_creditgroup_currency_id_a3be6055_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditgroup
    ADD CONSTRAINT finance_creditgroup_owner_id_9bf27718_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditlimit
    ADD CONSTRAINT finance_creditlimit_group_id_ab9274d0_fk_finance_creditgroup_id FOREIGN KEY (group_id) REFERENCES public.finance_creditgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditrelease
    ADD CONSTRAINT finance_creditreleas_group_id_2f8d1e4b_fk_finance_c FOREIGN KEY (group_id) REFERENCES public.finance_creditgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditterm
    ADD CONSTRAINT finance_creditterm_group_id_20d21bf2_fk_finance_creditgroup_id FOREIGN KEY (group_id) REFERENCES public.finance_creditgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditterm
    ADD CONSTRAINT finance_creditterm_party_id_6dc25197_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_creditthreshold
    ADD CONSTRAINT finance_creditthreshold_company_id_50ee73ee_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_dimensionvalue
    ADD CONSTRAINT finance_dimensionvalue_company_id_44eda0c6_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_dunningitem
    ADD CONSTRAINT finance_dunningitem_letter_id_53c5a8c9_fk_finance_d FOREIGN KEY (letter_id) REFERENCES public.finance_dunningletter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_dunningletter
    ADD CONSTRAINT finance_dunningletter_company_id_b76ae9a4_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_dunninglevel
    ADD CONSTRAINT finance_dunninglevel_company_id_8b9cb742_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_company_id_85ceb3f2_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_party_id_6107e250_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_unit_id_e3bc63ec_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_user_id_93cc4e31_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_employee
    ADD CONSTRAINT finance_employee_value_id_610b4840_fk_finance_dimensionvalue_id FOREIGN KEY (value_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_exchangerate
    ADD CONSTRAINT finance_exchangerate_company_id_88a6dce5_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_exchangerate
    ADD CONSTRAINT finance_exchangerate_currency_id_ae15412c_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseclaim
    ADD CONSTRAINT finance_expenseclaim_company_id_c09593c8_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseclaim
    ADD CONSTRAINT finance_expenseclaim_employee_id_ef4fe095_fk_finance_e FOREIGN KEY (employee_id) REFERENCES public.finance_employee(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseclaim
    ADD CONSTRAINT finance_expenseclaim_project_id_95629a02_fk_finance_d FOREIGN KEY (project_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseclaim
    ADD CONSTRAINT finance_expenseclaim_unit_id_6d76c03d_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expensekind
    ADD CONSTRAINT finance_expensekind_company_id_4c5769a5_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenselimit
    ADD CONSTRAINT finance_expenselimit_company_id_80f7f527_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenselimit
    ADD CONSTRAINT finance_expenselimit_expense_kind_id_12ad2050_fk_finance_e FOREIGN KEY (expense_kind_id) REFERENCES public.finance_expensekind(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenselimit
    ADD CONSTRAINT finance_expenselimit_unit_id_04f13229_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseline
    ADD CONSTRAINT finance_expenseline_claim_id_fbb74f50_fk_finance_e FOREIGN KEY (claim_id) REFERENCES public.finance_expenseclaim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseline
    ADD CONSTRAINT finance_expenseline_company_id_5519f3db_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_expenseline
    ADD CONSTRAINT finance_expenseline_expense_kind_id_e2cc9343_fk_finance_e FOREIGN KEY (expense_kind_id) REFERENCES public.finance_expensekind(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_beneficiary_id_4eccb812_fk_parties_party_id FOREIGN KEY (beneficiary_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_company_id_9f0f2582_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_item_category_id_a75030f3_fk_items_cat FOREIGN KEY (item_category_id) REFERENCES public.items_category(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_party_group_id_fbc0a9f1_fk_parties_p FOREIGN KEY (party_group_id) REFERENCES public.parties_partygroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_party_id_eed69bf8_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_feepolicy
    ADD CONSTRAINT finance_feepolicy_unit_id_c5ec2b80_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_gatewaymessage
    ADD CONSTRAINT finance_gatewaymessage_company_id_c440b8ab_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_inputinvoice
    ADD CONSTRAINT finance_inputinvoice_company_id_114b8bf8_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_inputinvoiceline
    ADD CONSTRAINT finance_inputinvoice_invoice_id_13a8fe42_fk_finance_i FOREIGN KEY (invoice_id) REFERENCES public.finance_inputinvoice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_invoicerule
    ADD CONSTRAINT finance_invoicerule_company_id_bc001a0e_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_invoicerule
    ADD CONSTRAINT finance_invoicerule_party_group_id_f4a071e1_fk_parties_p FOREIGN KEY (party_group_id) REFERENCES public.parties_partygroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_invoicerule
    ADD CONSTRAINT finance_invoicerule_party_id_a1382e60_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_invoicerule
    ADD CONSTRAINT finance_invoicerule_unit_id_19eff75a_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemaccount
    ADD CONSTRAINT finance_itemaccount_account_id_8cfb0b18_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemaccount
    ADD CONSTRAINT finance_itemaccount_company_id_5528c329_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocumentline
    ADD CONSTRAINT finance_itemdocument_account_id_b8410a6d_fk_finance_a FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocument
    ADD CONSTRAINT finance_itemdocument_account_id_b845ef97_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocument
    ADD CONSTRAINT finance_itemdocument_company_id_89388d56_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocumentline
    ADD CONSTRAINT finance_itemdocument_document_id_e9804bec_fk_finance_i FOREIGN KEY (document_id) REFERENCES public.finance_itemdocument(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocument
    ADD CONSTRAINT finance_itemdocument_party_id_59af59a6_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocumentline
    ADD CONSTRAINT finance_itemdocumentline_company_id_86f19f5e_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemdocumentline
    ADD CONSTRAINT finance_itemdocumentline_unit_id_82a804aa_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemrule
    ADD CONSTRAINT finance_itemrule_company_id_e2cbd910_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemrule
    ADD CONSTRAINT finance_itemrule_party_id_5915c55e_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemshop
    ADD CONSTRAINT finance_itemshop_company_id_3f2afdd2_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_itemshop
    ADD CONSTRAINT finance_itemshop_unit_id_387bae74_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_openitem
    ADD CONSTRAINT finance_openitem_company_id_70ea2161_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentreason
    ADD CONSTRAINT finance_paymentreason_company_id_2fb06253_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentrequest
    ADD CONSTRAINT finance_paymentreque_bank_account_id_dcd41419_fk_finance_b FOREIGN KEY (bank_account_id) REFERENCES public.finance_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentrequest
    ADD CONSTRAINT finance_paymentreque_reason_id_2b370558_fk_finance_p FOREIGN KEY (reason_id) REFERENCES public.finance_paymentreason(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentrequest
    ADD CONSTRAINT finance_paymentrequest_company_id_5070db21_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentrequest
    ADD CONSTRAINT finance_paymentrequest_unit_id_fda3ed84_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentrun
    ADD CONSTRAINT finance_paymentrun_bank_account_id_5d5e803b_fk_finance_b FOREIGN KEY (bank_account_id) REFERENCES public.finance_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_paymentrun
    ADD CONSTRAINT finance_paymentrun_company_id_d28f709c_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_company_id_757bd342_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_credit_account_id_e9374a61_fk_finance_a FOREIGN KEY (credit_account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_debit_account_id_b15b9ba3_fk_finance_a FOREIGN KEY (debit_account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_item_category_id_699e1a3b_fk_items_cat FOREIGN KEY (item_category_id) REFERENCES public.items_category(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_party_group_id_6e88513c_fk_parties_p FOREIGN KEY (party_group_id) REFERENCES public.parties_partygroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_postingrule
    ADD CONSTRAINT finance_postingrule_tax_class_id_b26db0c2_fk_items_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.items_taxclass(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_reportaccount
    ADD CONSTRAINT finance_reportaccount_account_id_0163f360_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_reportaccount
    ADD CONSTRAINT finance_reportaccount_company_id_91c443ef_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_reportaccount
    ADD CONSTRAINT finance_reportaccount_line_id_57bb37ca_fk_finance_reportline_id FOREIGN KEY (line_id) REFERENCES public.finance_reportline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_reportline
    ADD CONSTRAINT finance_reportline_company_id_e76f2dc1_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_statistic
    ADD CONSTRAINT finance_statistic_company_id_1a19715b_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_statistic
    ADD CONSTRAINT finance_statistic_unit_id_f44e29f9_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_taxinvoice
    ADD CONSTRAINT finance_taxinvoice_company_id_d2ee316b_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_taxinvoiceline
    ADD CONSTRAINT finance_taxinvoiceli_invoice_id_d74babbb_fk_finance_t FOREIGN KEY (invoice_id) REFERENCES public.finance_taxinvoice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_taxmonth
    ADD CONSTRAINT finance_taxmonth_company_id_580728e9_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_taxregistration
    ADD CONSTRAINT finance_taxregistration_company_id_cecf9e79_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucher
    ADD CONSTRAINT finance_voucher_company_id_6a9a2712_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraft_account_id_48d7bbb6_fk_finance_a FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraft_cash_item_id_ad539ad8_fk_finance_d FOREIGN KEY (cash_item_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraft
    ADD CONSTRAINT finance_voucherdraft_company_id_e692c556_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraft_currency_id_f4f94536_fk_core_curr FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraft_draft_id_a84574b3_fk_finance_v FOREIGN KEY (draft_id) REFERENCES public.finance_voucherdraft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraft_employee_id_eeb0124c_fk_finance_d FOREIGN KEY (employee_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraft_project_id_80680a57_fk_finance_d FOREIGN KEY (project_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraftline_company_id_dc357603_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraftline_item_id_8296f8b6_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraftline_party_id_7d42b5e8_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_voucherdraftline
    ADD CONSTRAINT finance_voucherdraftline_unit_id_952660b7_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_account_id_9fde913e_fk_finance_a FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_cash_item_id_fa8eb803_fk_finance_d FOREIGN KEY (cash_item_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_company_id_fd56260c_fk_core_comp FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_currency_id_1029ae14_fk_core_curr FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_employee_id_678192d2_fk_finance_d FOREIGN KEY (employee_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_party_id_0b183c36_fk_parties_p FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_project_id_f98a588b_fk_finance_d FOREIGN KEY (project_id) REFERENCES public.finance_dimensionvalue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertempl_template_id_e79ae238_fk_finance_v FOREIGN KEY (template_id) REFERENCES public.finance_vouchertemplate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplate
    ADD CONSTRAINT finance_vouchertemplate_company_id_214714cf_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertemplateline_item_id_029b6ccd_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_vouchertemplateline
    ADD CONSTRAINT finance_vouchertemplateline_unit_id_7e228676_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_withdrawnpayment
    ADD CONSTRAINT finance_withdrawnpayment_company_id_bedee5b9_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.finance_yearclosing
    ADD CONSTRAINT finance_yearclosing_company_id_0d379b67_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_bom
    ADD CONSTRAINT items_bom_item_id_f0906f67_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_bomline
    ADD CONSTRAINT items_bomline_bom_id_7eddebe4_fk_items_bom_id FOREIGN KEY (bom_id) REFERENCES public.items_bom(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_bomline
    ADD CONSTRAINT items_bomline_component_id_63fba363_fk_items_item_id FOREIGN KEY (component_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_category
    ADD CONSTRAINT items_category_parent_id_ae80dfd3_fk_items_category_id FOREIGN KEY (parent_id) REFERENCES public.items_category(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_item
    ADD CONSTRAINT items_item_brand_id_9feff3db_fk_items_brand_id FOREIGN KEY (brand_id) REFERENCES public.items_brand(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_item
    ADD CONSTRAINT items_item_category_id_98ac533d_fk_items_category_id FOREIGN KEY (category_id) REFERENCES public.items_category(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_item
    ADD CONSTRAINT items_item_tax_class_id_e550e8d1_fk_items_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.items_taxclass(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_item
    ADD CONSTRAINT items_item_unit_id_5206648a_fk_items_unitofmeasure_code FOREIGN KEY (unit_id) REFERENCES public.items_unitofmeasure(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_itemunit
    ADD CONSTRAINT items_itemunit_item_id_c9f013f6_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_itemunit
    ADD CONSTRAINT items_itemunit_unit_id_20563bb1_fk_items_unitofmeasure_code FOREIGN KEY (unit_id) REFERENCES public.items_unitofmeasure(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_price
    ADD CONSTRAINT items_price_company_id_ecde086a_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_price
    ADD CONSTRAINT items_price_item_id_f084cd9a_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_price
    ADD CONSTRAINT items_price_price_list_id_7bdfe930_fk_items_pricelist_id FOREIGN KEY (price_list_id) REFERENCES public.items_pricelist(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_pricelist
    ADD CONSTRAINT items_pricelist_company_id_b0129019_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_pricelist
    ADD CONSTRAINT items_pricelist_currency_id_0fa442f4_fk_core_currency_code FOREIGN KEY (currency_id) REFERENCES public.core_currency(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.items_taxrate
    ADD CONSTRAINT items_taxrate_tax_class_id_c26b2290_fk_items_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.items_taxclass(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.parties_account
    ADD CONSTRAINT parties_account_company_id_6df80dd1_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.parties_account
    ADD CONSTRAINT parties_account_party_id_f881370b_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.parties_address
    ADD CONSTRAINT parties_address_party_id_a263152e_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.parties_party
    ADD CONSTRAINT parties_party_group_id_60f8e25e_fk_parties_partygroup_id FOREIGN KEY (group_id) REFERENCES public.parties_partygroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.parties_partyrole
    ADD CONSTRAINT parties_partyrole_party_id_d0c94800_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.sales_bundlemember
    ADD CONSTRAINT sales_bundlemember_company_id_78a1baf1_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_bundlemember
    ADD CONSTRAINT sales_bundlemember_item_id_14711f88_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_bundlemember
    ADD CONSTRAINT sales_bundlemember_promotion_id_f8b2571a_fk_sales_promotion_id FOREIGN KEY (promotion_id) REFERENCES public.sales_promotion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_changedocument
    ADD CONSTRAINT sales_changedocument_company_id_9fe322ce_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_changedocument
    ADD CONSTRAINT sales_changedocument_order_id_845bb2b7_fk_sales_order_id FOREIGN KEY (order_id) REFERENCES public.sales_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_changedocument
    ADD CONSTRAINT sales_changedocument_shop_id_ed263456_fk_sales_shop_id FOREIGN KEY (shop_id) REFERENCES public.sales_shop(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_changeline
    ADD CONSTRAINT sales_changeline_document_id_9d5df2d1_fk_sales_cha FOREIGN KEY (document_id) REFERENCES public.sales_changedocument(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_channel
    ADD CONSTRAINT sales_channel_company_id_e89f5b05_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_coupon
    ADD CONSTRAINT sales_coupon_company_id_a60d8924_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_coupon
    ADD CONSTRAINT sales_coupon_promotion_id_3a6addb0_fk_sales_promotion_id FOREIGN KEY (promotion_id) REFERENCES public.sales_promotion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_couponbalance
    ADD CONSTRAINT sales_couponbalance_coupon_id_2f672958_fk_sales_coupon_id FOREIGN KEY (coupon_id) REFERENCES public.sales_coupon(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_feed
    ADD CONSTRAINT sales_feed_company_id_93abdc9f_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_feed
    ADD CONSTRAINT sales_feed_file_id_fa034460_fk_core_file_id FOREIGN KEY (file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_feed
    ADD CONSTRAINT sales_feed_rejected_file_id_36ce9125_fk_core_file_id FOREIGN KEY (rejected_file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_feekind
    ADD CONSTRAINT sales_feekind_company_id_ccbb8fef_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_hold
    ADD CONSTRAINT sales_hold_order_id_cf6cc242_fk_sales_order_id FOREIGN KEY (order_id) REFERENCES public.sales_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_listing
    ADD CONSTRAINT sales_listing_company_id_1d9fd040_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_listing
    ADD CONSTRAINT sales_listing_item_id_6a352b61_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_listing
    ADD CONSTRAINT sales_listing_shop_id_ea459dc9_fk_sales_shop_id FOREIGN KEY (shop_id) REFERENCES public.sales_shop(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_orderchange
    ADD CONSTRAINT sales_orderchange_order_id_65bc3146_fk_sales_order_id FOREIGN KEY (order_id) REFERENCES public.sales_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_orderdraft
    ADD CONSTRAINT sales_orderdraft_company_id_9372df80_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_orderdraft
    ADD CONSTRAINT sales_orderdraft_shop_id_173efd9f_fk_sales_shop_id FOREIGN KEY (shop_id) REFERENCES public.sales_shop(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_orderdraftline
    ADD CONSTRAINT sales_orderdraftline_draft_id_89a4aa46_fk_sales_orderdraft_id FOREIGN KEY (draft_id) REFERENCES public.sales_orderdraft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_promotion
    ADD CONSTRAINT sales_promotion_company_id_a00d3962_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_promotion
    ADD CONSTRAINT sales_promotion_gift_item_id_7dc882f5_fk_items_item_id FOREIGN KEY (gift_item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_return
    ADD CONSTRAINT sales_return_company_id_d50d5399_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_return
    ADD CONSTRAINT sales_return_reason_id_7f33bd2c_fk_sales_returnreason_id FOREIGN KEY (reason_id) REFERENCES public.sales_returnreason(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_returnline
    ADD CONSTRAINT sales_returnline_document_id_5e4c3951_fk_sales_return_id FOREIGN KEY (document_id) REFERENCES public.sales_return(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_returnreason
    ADD CONSTRAINT sales_returnreason_company_id_171262f9_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_reviewcheck
    ADD CONSTRAINT sales_reviewcheck_channel_id_8a7f622f_fk_sales_channel_id FOREIGN KEY (channel_id) REFERENCES public.sales_channel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_reviewcheck
    ADD CONSTRAINT sales_reviewcheck_company_id_6e819dd3_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_route
    ADD CONSTRAINT sales_route_channel_id_4ea6c39d_fk_sales_channel_id FOREIGN KEY (channel_id) REFERENCES public.sales_channel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_route
    ADD CONSTRAINT sales_route_company_id_4d64af54_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_route
    ADD CONSTRAINT sales_route_warehouse_id_3725935c_fk_stock_warehouse_id FOREIGN KEY (warehouse_id) REFERENCES public.stock_warehouse(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_category_id_474b1350_fk_items_category_id FOREIGN KEY (category_id) REFERENCES public.items_category(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_company_id_4fe5b391_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_item_id_8a0683d3_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_promotion_id_1fc3e39c_fk_sales_promotion_id FOREIGN KEY (promotion_id) REFERENCES public.sales_promotion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_scope
    ADD CONSTRAINT sales_scope_shop_id_683398c8_fk_sales_shop_id FOREIGN KEY (shop_id) REFERENCES public.sales_shop(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_channel_id_53b1fb4d_fk_sales_channel_id FOREIGN KEY (channel_id) REFERENCES public.sales_channel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_company_id_c3d574a7_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_customer_id_e3b12a46_fk_parties_party_id FOREIGN KEY (customer_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_owner_id_14982cdc_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_price_list_id_54c577fd_fk_items_pricelist_id FOREIGN KEY (price_list_id) REFERENCES public.items_pricelist(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_shop
    ADD CONSTRAINT sales_shop_unit_id_6eb9069a_fk_core_unit_id FOREIGN KEY (unit_id) REFERENCES public.core_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_company_id_5e3758e8_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_file_id_28f2c71d_fk_core_file_id FOREIGN KEY (file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_rejected_file_id_51db06fe_fk_core_file_id FOREIGN KEY (rejected_file_id) REFERENCES public.core_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statement
    ADD CONSTRAINT sales_statement_shop_id_4196d035_fk_sales_shop_id FOREIGN KEY (shop_id) REFERENCES public.sales_shop(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statementmapping
    ADD CONSTRAINT sales_statementmapping_channel_id_639c0a58_fk_sales_channel_id FOREIGN KEY (channel_id) REFERENCES public.sales_channel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statementmapping
    ADD CONSTRAINT sales_statementmapping_company_id_3ec17f8b_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_statementmapping
    ADD CONSTRAINT sales_statementmapping_shop_id_0a4885f1_fk_sales_shop_id FOREIGN KEY (shop_id) REFERENCES public.sales_shop(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_tier
    ADD CONSTRAINT sales_tier_company_id_648ea9bb_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sales_tier
    ADD CONSTRAINT sales_tier_promotion_id_149b3b63_fk_sales_promotion_id FOREIGN KEY (promotion_id) REFERENCES public.sales_promotion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_user_id_8146e70c_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_location
    ADD CONSTRAINT stock_location_company_id_e07a3cbf_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_location
    ADD CONSTRAINT stock_location_warehouse_id_bed51adf_fk_stock_warehouse_id FOREIGN KEY (warehouse_id) REFERENCES public.stock_warehouse(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_company_id_fb4a484c_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_party_id_ebb22259_fk_parties_party_id FOREIGN KEY (party_id) REFERENCES public.parties_party(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_reason_id_d359dddc_fk_stock_reason_id FOREIGN KEY (reason_id) REFERENCES public.stock_reason(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_movementline
    ADD CONSTRAINT stock_movementline_item_id_7e5909e4_fk_items_item_id FOREIGN KEY (item_id) REFERENCES public.items_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_movementline
    ADD CONSTRAINT stock_movementline_location_id_d429ecb6_fk_stock_location_id FOREIGN KEY (location_id) REFERENCES public.stock_location(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_movementline
    ADD CONSTRAINT stock_movementline_movement_id_819efd49_fk_stock_movement_id FOREIGN KEY (movement_id) REFERENCES public.stock_movement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stock_warehouse
    ADD CONSTRAINT stock_warehouse_company_id_e6d4b71d_fk_core_company_id FOREIGN KEY (company_id) REFERENCES public.core_company(id) DEFERRABLE INITIALLY DEFERRED;

INSERT INTO public.django_migrations (app, name, applied) VALUES
    ('pghistory', '0001_initial', now()),
    ('pghistory', '0002_aggregateevent', now()),
    ('pghistory', '0003_auto_20201023_1636', now()),
    ('pghistory', '0004_auto_20220906_1625', now()),
    ('pghistory', '0005_events_middlewareevents', now()),
    ('pghistory', '0006_delete_aggregateevent', now()),
    ('pghistory', '0007_auto_20250421_0444', now()),
    ('contenttypes', '0001_initial', now()),
    ('contenttypes', '0002_remove_content_type_name', now()),
    ('auth', '0001_initial', now()),
    ('auth', '0002_alter_permission_name_max_length', now()),
    ('auth', '0003_alter_user_email_max_length', now()),
    ('auth', '0004_alter_user_username_opts', now()),
    ('auth', '0005_alter_user_last_login_null', now()),
    ('auth', '0006_require_contenttypes_0002', now()),
    ('auth', '0007_alter_validators_add_error_messages', now()),
    ('auth', '0008_alter_user_username_max_length', now()),
    ('auth', '0009_alter_user_last_name_max_length', now()),
    ('auth', '0010_alter_group_name_max_length', now()),
    ('auth', '0011_update_proxy_permissions', now()),
    ('auth', '0012_alter_user_first_name_max_length', now()),
    ('core', '0001_initial', now()),
    ('account', '0001_initial', now()),
    ('account', '0002_email_max_length', now()),
    ('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
    ('account', '0004_alter_emailaddress_drop_unique_email', now()),
    ('account', '0005_emailaddress_idx_upper_email', now()),
    ('account', '0006_emailaddress_lower', now()),
    ('account', '0007_emailaddress_idx_email', now()),
    ('account', '0008_emailaddress_unique_primary_email_fixup', now()),
    ('account', '0009_emailaddress_unique_primary_email', now()),
    ('admin', '0001_initial', now()),
    ('admin', '0002_logentry_remove_auto_add', now()),
    ('admin', '0003_logentry_add_action_flag_choices', now()),
    ('axes', '0001_initial', now()),
    ('axes', '0002_auto_20151217_2044', now()),
    ('axes', '0003_auto_20160322_0929', now()),
    ('axes', '0004_auto_20181024_1538', now()),
    ('axes', '0005_remove_accessattempt_trusted', now()),
    ('axes', '0006_remove_accesslog_trusted', now()),
    ('axes', '0007_alter_accessattempt_unique_together', now()),
    ('axes', '0008_accessfailurelog', now()),
    ('axes', '0009_add_session_hash', now()),
    ('axes', '0010_accessattemptexpiration', now()),
    ('socialaccount', '0001_initial', now()),
    ('socialaccount', '0002_token_max_lengths', now()),
    ('socialaccount', '0003_extra_data_default_dict', now()),
    ('socialaccount', '0004_app_provider_id_settings', now()),
    ('socialaccount', '0005_socialtoken_nullable_app', now()),
    ('socialaccount', '0006_alter_socialaccount_extra_data', now()),
    ('mfa', '0001_initial', now()),
    ('mfa', '0002_authenticator_timestamps', now()),
    ('mfa', '0003_authenticator_type_uniq', now()),
    ('core', '0002_statistics', now()),
    ('core', '0003_timeline', now()),
    ('core', '0004_document_versions', now()),
    ('core', '0005_worker', now()),
    ('core', '0006_tokens', now()),
    ('core', '0007_jobs', now()),
    ('core', '0008_notices', now()),
    ('core', '0009_signin', now()),
    ('core', '0010_find', now()),
    ('core', '0011_rights', now()),
    ('core', '0012_paper', now()),
    ('core', '0013_approvals', now()),
    ('core', '0014_imports', now()),
    ('core', '0015_webhooks_custom_fields_alerts', now()),
    ('core', '0016_audit_chain', now()),
    ('core', '0017_unsampled_columns', now()),
    ('core', '0018_interface_log', now()),
    ('core', '0019_web_rest', now()),
    ('core', '0020_rights_rest', now()),
    ('core', '0021_numbers', now()),
    ('core', '0022_announcements', now()),
    ('core', '0023_years', now()),
    ('parties', '0001_initial', now()),
    ('parties', '0002_find', now()),
    ('parties', '0003_entry', now()),
    ('parties', '0004_expenses', now()),
    ('parties', '0005_country', now()),
    ('items', '0001_initial', now()),
    ('items', '0002_find', now()),
    ('items', '0003_entry', now()),
    ('items', '0004_brands', now()),
    ('finance', '0001_initial', now()),
    ('finance', '0002_journal_ids', now()),
    ('finance', '0003_bank_receipts', now()),
    ('finance', '0004_reversals', now()),
    ('finance', '0005_close', now()),
    ('finance', '0006_manual', now()),
    ('finance', '0007_unsampled_columns', now()),
    ('finance', '0008_reports', now()),
    ('finance', '0009_tax_invoices', now()),
    ('finance', '0010_credit', now()),
    ('finance', '0011_currencies', now()),
    ('finance', '0012_open_items', now()),
    ('finance', '0013_bank', now()),
    ('finance', '0014_ledger_rest', now()),
    ('finance', '0015_budgets', now()),
    ('finance', '0016_expenses', now()),
    ('finance', '0017_books_rest', now()),
    ('finance', '0018_chain', now()),
    ('finance', '0019_runs', now()),
    ('finance', '0020_reval', now()),
    ('finance', '0021_fees', now()),
    ('finance', '0022_foreign', now()),
    ('finance', '0023_belongs', now()),
    ('finance', '0024_stated', now()),
    ('finance', '0025_reconciled', now()),
    ('finance', '0026_per_order', now()),
    ('finance', '0027_turned', now()),
    ('procrastinate', '0001_initial', now()),
    ('procrastinate', '0002_drop_started_at_column', now()),
    ('procrastinate', '0003_drop_started_at_column', now()),
    ('procrastinate', '0004_drop_procrastinate_version_table', now()),
    ('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
    ('procrastinate', '0006_fix_trigger_status_events_insert', now()),
    ('procrastinate', '0007_add_queueing_lock_column', now()),
    ('procrastinate', '0008_close_fetch_job_race_condition', now()),
    ('procrastinate', '0009_add_defer_job_function', now()),
    ('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
    ('procrastinate', '0011_add_foreign_key_index', now()),
    ('procrastinate', '0012_add_locks_to_periodic_defer', now()),
    ('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
    ('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
    ('procrastinate', '0015_add_trigger_on_job_deletion', now()),
    ('procrastinate', '0016_delete_finished_jobs', now()),
    ('procrastinate', '0017_add_checks_to_finish_job', now()),
    ('procrastinate', '0018_add_checks_to_retry_job', now()),
    ('procrastinate', '0019_fix_finish_job_compat_issue', now()),
    ('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
    ('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
    ('procrastinate', '0022_null_locks_excluded', now()),
    ('procrastinate', '0023_remove_old_finish_job_function', now()),
    ('procrastinate', '0024_job_id_bigint', now()),
    ('procrastinate', '0025_add_models', now()),
    ('procrastinate', '0026_add_job_priority', now()),
    ('procrastinate', '0027_add_periodic_job_priority', now()),
    ('procrastinate', '0028_add_cancel_states', now()),
    ('procrastinate', '0029_add_additional_params_to_retry_job', now()),
    ('procrastinate', '0030_alter_procrastinateevent_options', now()),
    ('procrastinate', '0031_add_indexes_for_fetch_job', now()),
    ('procrastinate', '0032_pre_cancel_notification', now()),
    ('procrastinate', '0033_post_cancel_notification', now()),
    ('procrastinate', '0034_pre_add_heartbeat', now()),
    ('procrastinate', '0035_post_add_heartbeat', now()),
    ('procrastinate', '0036_add_worker_model', now()),
    ('procrastinate', '0037_pre_batch_defer_jobs', now()),
    ('procrastinate', '0038_post_batch_defer_jobs', now()),
    ('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
    ('procrastinate', '0040_pre_retry_failed_job', now()),
    ('procrastinate', '0041_post_retry_failed_job', now()),
    ('stock', '0001_initial', now()),
    ('stock', '0002_returns', now()),
    ('stock', '0003_returned_to_pool', now()),
    ('stock', '0004_close', now()),
    ('sales', '0001_initial', now()),
    ('sales', '0002_shop_owner', now()),
    ('sales', '0003_returns', now()),
    ('sales', '0004_settlement', now()),
    ('sales', '0005_change', now()),
    ('sales', '0006_promotions', now()),
    ('sales', '0007_returns_of_money', now()),
    ('sales', '0008_no_keys_on_what_grows', now()),
    ('sales', '0009_entry', now()),
    ('sales', '0010_unsampled_columns', now()),
    ('sales', '0011_order_changes', now()),
    ('sales', '0012_settling_rest', now()),
    ('sales', '0013_intake_rest', now()),
    ('sales', '0014_chain', now()),
    ('sessions', '0001_initial', now()),
    ('stock', '0005_unsampled_columns', now());
