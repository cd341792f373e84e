-- The journal of changes and the word to open browsers: the base itself writes both, so that no road goes past them.

create function note_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  resource text := tg_argv[0];
  before jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  was jsonb := case when tg_op = 'DELETE' then before else after end;
  company text := case when resource = 'companies' then was ->> 'id' else was ->> 'company_id' end;
  changes jsonb;
begin
  select coalesce(jsonb_object_agg(key, jsonb_build_array(before -> key, after -> key)), '{}'::jsonb) into changes
    from jsonb_object_keys(before || after) key
    where key not in ('version', 'seq', 'password_hash', 'process_state', 'content', 'data', 'raw', 'contact_keys')
      and (before -> key) is distinct from (after -> key);
  if tg_op = 'UPDATE' and changes = '{}'::jsonb then return null; end if;
  insert into audit_entry (actor, resource, record_id, company_id, verb, changes)
    values (nullif(current_setting('app.actor', true), ''), resource, was ->> 'id', company::uuid, lower(tg_op), changes);
  perform pg_notify('voronka_changes', jsonb_build_object('resource', resource, 'id', was ->> 'id',
    'companyId', company, 'version', (was ->> 'version')::int)::text);
  return null;
end $$;

do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[
    ['company', 'companies'], ['contact', 'contacts'], ['inquiry', 'inquiries'], ['deal', 'deals'], ['deal_line', 'deal-lines'],
    ['task', 'tasks'], ['interaction', 'interactions'], ['notification', 'notifications'], ['letter', 'letters'],
    ['offer', 'offers'], ['invoice', 'invoices'], ['contract', 'contracts'], ['approval', 'approvals'],
    ['department_request', 'department-requests'], ['shipment', 'shipments'], ['payment', 'payments'],
    ['payment_match', 'payment-matches'], ['reservation', 'reservations'], ['participation', 'participations'],
    ['app_user', 'users'], ['department', 'departments'], ['own_company', 'own-company'], ['funnel', 'funnels'],
    ['funnel_version', 'funnel-versions']]
  loop
    execute format('create trigger note_change after insert or update or delete on %I for each row execute function note_change(%L)', pair[1], pair[2]);
  end loop;
end $$;
-- Written by the owner of the tables, who alone may add to the journal.

create function tell_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('voronka_outbox', '');
  return null;
end $$;
create trigger tell_outbox after insert on outbox_message for each statement execute function tell_outbox();
