-- waits --   What waits on a start page besides what every page counts: each through a small index, up to a bound.
SELECT (SELECT count(*) FROM (SELECT DISTINCT h.order_id FROM (SELECT order_id FROM sales_hold
           WHERE company_id = %(company)s AND state = 'open'
             AND EXISTS (SELECT FROM sales_shop WHERE company_id = %(company)s AND owner_id = %(user)s) LIMIT 5000) h
           JOIN sales_order o ON o.company_id = %(company)s AND o.id = h.order_id
           JOIN sales_shop s ON s.company_id = %(company)s AND s.id = o.shop_id AND s.owner_id = %(user)s
          LIMIT %(bound)s + 1) w) AS held_mine,
       (SELECT count(*) FROM (SELECT 1 FROM sales_return
          WHERE company_id = %(company)s AND state = 'announced' LIMIT %(bound)s + 1) w) AS to_receive,
       (SELECT count(*) FROM (SELECT 1 FROM sales_return
          WHERE company_id = %(company)s AND state = 'received' LIMIT %(bound)s + 1) w) AS to_inspect,
       (SELECT count(*) FROM (SELECT 1 FROM sales_return
          WHERE company_id = %(company)s AND state = 'inspected' LIMIT %(bound)s + 1) w) AS to_refund,
       (SELECT count(*) FROM (SELECT 1 FROM finance_bankreceipt
          WHERE company_id = %(company)s AND state = 'open' LIMIT %(bound)s + 1) w) AS receipts,
       (SELECT count(*) FROM (SELECT 1 FROM finance_voucherdraft WHERE company_id = %(company)s AND state = 'sent_back'
           AND author_id = %(user)s LIMIT %(bound)s + 1) w) AS sent_back,
       (SELECT count(*) FROM (SELECT rejected_file_id FROM sales_feed WHERE company_id = %(company)s
          ORDER BY id DESC LIMIT 200) f WHERE f.rejected_file_id IS NOT NULL) AS feeds,
       (SELECT count(*) FROM core_period p WHERE p.company_id = %(company)s AND p.module = 'finance' AND p.state <> 'closed'
           AND p.month < date_trunc('month', %(today)s::date) AND EXISTS (SELECT FROM finance_accountbalance b
             WHERE b.company_id = p.company_id AND b.month = p.month)) AS months,
       (SELECT count(*) FROM (SELECT state, ended_at FROM core_job WHERE company_id = %(company)s AND actor_id = %(user)s
          ORDER BY id DESC LIMIT 100) j WHERE j.state = 'failed' AND j.ended_at > now() - interval '7 days') AS jobs,
       (SELECT count(*) FROM (SELECT DISTINCT order_id FROM sales_hold WHERE company_id = %(company)s AND state = 'open'
           AND reason = 'no_stock' LIMIT %(bound)s + 1) w) AS no_stock,
       (SELECT count(*) FROM (SELECT state FROM core_message WHERE company_id = %(company)s
          ORDER BY id DESC LIMIT 500) m WHERE m.state = 'failed') AS messages_failed,
       (SELECT count(*) FROM (SELECT state FROM core_webhookdelivery WHERE company_id = %(company)s
          ORDER BY id DESC LIMIT 500) d WHERE d.state = 'failed') AS webhooks_failed,
       (SELECT count(*) FROM (SELECT 1 FROM core_work
          WHERE company_id = %(company)s AND state = 'set_aside' LIMIT %(bound)s + 1) w)
         + (SELECT count(*) FROM (SELECT 1 FROM procrastinate_jobs WHERE status = 'failed' LIMIT %(bound)s + 1) w) AS failed

-- arranged --   How a person arranged their start page.
SELECT query FROM core_savedview WHERE company_id = %(company)s AND list_code = 'home' AND user_id = %(user)s AND name = 'home'

-- announced --   What a company announces on a day, the urgent first.
SELECT name_en, name_zh, text_en, text_zh, first_on, is_urgent FROM core_announcement
 WHERE company_id = %(company)s AND first_on <= %(today)s::date AND (last_on IS NULL OR last_on >= %(today)s::date)
   AND (for_partners OR NOT %(partner)s)
 ORDER BY is_urgent DESC, first_on DESC, id DESC LIMIT 20
