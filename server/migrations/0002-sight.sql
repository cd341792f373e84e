-- Who sees what: one role per kind of sight, each with its own policies (docs/decisions, row security).
-- The roles voronka_restricted, voronka_whole and voronka_system exist already: server/compose/migrate.ts makes them.

grant usage on schema public to voronka_restricted, voronka_whole, voronka_system;
grant select, insert, update, delete on all tables in schema public to voronka_system, voronka_whole;
grant select, insert, update on all tables in schema public to voronka_restricted;
grant delete on deal_line, reservation, unmet_demand, payment_match to voronka_restricted;
grant usage on all sequences in schema public to voronka_restricted, voronka_whole, voronka_system;

-- Identity and the engine's tables are the machine's alone; the hash of a password is read by nobody else.
revoke all on session, api_token, effect_key, inbox_message, schema_migration from voronka_restricted, voronka_whole;
revoke all on outbox_message, app_user, audit_entry from voronka_restricted, voronka_whole;
grant insert on outbox_message to voronka_restricted, voronka_whole;
grant select (id, version, created_at, login, name, email, phone, position, roles, department_id, head_id, active,
  at_work, stand_in_id, stand_in_until, last_assigned_at, discount_limit_percent)
  on app_user to voronka_restricted, voronka_whole;
grant update (last_assigned_at, version) on app_user to voronka_restricted, voronka_whole;
grant select on audit_entry to voronka_whole;
revoke insert, update, delete on audit_entry from voronka_system;
-- What happened is only added to.
revoke update, delete on process_event from voronka_restricted, voronka_whole, voronka_system;

-- A published funnel version never changes, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger funnel_version_is_immutable before update or delete on funnel_version
  for each row execute function refuse_change();
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger process_event_is_append_only before update or delete on process_event
  for each row execute function refuse_change();

create function enable_sight(relation regclass, restricted text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy whole on %s to voronka_whole using (true) with check (true)', relation);
  execute format('create policy system on %s to voronka_system using (true) with check (true)', relation);
  execute format('create policy restricted on %s to voronka_restricted using (%s) with check (%s)', relation, restricted, restricted);
end $$;

-- The two questions a policy asks. The inner selects are evaluated once a statement, not once a row.
-- owners: the person, those he stands in for, those below him. seats: the same people and the queues of their roles.
select enable_sight('participation',
  $$seat_id = any ((select current_setting('app.seats')::uuid[])::uuid[])$$);
select enable_sight('company',
  $$owner_id = any ((select current_setting('app.owners')::uuid[])::uuid[])
    or id in (select company_id from participation where closed_at is null
              and seat_id = any ((select current_setting('app.seats')::uuid[])::uuid[]))$$);
select enable_sight('deal',
  $$owner_id = any ((select current_setting('app.owners')::uuid[])::uuid[])
    or company_id in (select company_id from participation where closed_at is null
              and seat_id = any ((select current_setting('app.seats')::uuid[])::uuid[]))$$);

-- What hangs on a client is seen with it.
select enable_sight(t::regclass, format('exists (select 1 from company c where c.id = %s.company_id)', t))
  from unnest(array['contact', 'interaction', 'offer']) t;
-- What may stand in a queue is seen by the queue as well.
select enable_sight(t::regclass, format(
  'exists (select 1 from company c where c.id = %s.company_id)
   or seat_id = any ((select current_setting(''app.seats'')::uuid[])::uuid[])', t))
  from unnest(array['contract', 'invoice', 'department_request', 'shipment', 'payment', 'letter', 'stored_file', 'process_event']) t;
select enable_sight('approval',
  $$exists (select 1 from company c where c.id = approval.company_id)
    or waiting_seats && (select current_setting('app.seats')::uuid[])
    or deciders && array[(select current_setting('app.actor')::uuid)]
    or author_id = any ((select current_setting('app.owners')::uuid[])::uuid[])$$);
select enable_sight('inquiry',
  $$owner_id = any ((select current_setting('app.owners')::uuid[])::uuid[])
    or seat_id = any ((select current_setting('app.seats')::uuid[])::uuid[])
    or exists (select 1 from company c where c.id = inquiry.company_id)$$);
select enable_sight('task',
  $$assignee_id = any ((select current_setting('app.owners')::uuid[])::uuid[])
    or exists (select 1 from company c where c.id = task.company_id)$$);
select enable_sight('notification', $$user_id = (select current_setting('app.actor')::uuid)$$);
select enable_sight('command_record', $$actor_id = (select current_setting('app.actor')::uuid)$$);
select enable_sight('deal_line', $$exists (select 1 from deal d where d.id = deal_line.deal_id)$$);
select enable_sight('reservation', $$exists (select 1 from deal d where d.id = reservation.deal_id)$$);
select enable_sight('unmet_demand', $$exists (select 1 from company c where c.id = unmet_demand.company_id)$$);
select enable_sight('payment_match', $$exists (select 1 from invoice i where i.id = payment_match.invoice_id)$$);
drop function enable_sight(regclass, text);

-- Search words: the application cannot read the table; one door searches it and keeps what the actor may see,
-- since under row security an index of trigrams is not used.
create table search_entry (
  resource text not null,
  record_id uuid not null,
  company_id uuid,
  title text not null,
  words text not null,
  primary key (resource, record_id)
);
create index search_entry_words_index on search_entry using gin (words gin_trgm_ops);
grant select, insert, update, delete on search_entry to voronka_system;

create function search_form(words text) returns text language sql immutable as
  $$select translate(lower(coalesce(words, '')), 'ё', 'е')$$;

create function keep_search_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row jsonb := to_jsonb(new);
  heading text := coalesce(row ->> 'name', row ->> 'title', row ->> 'number');
  found_by text;
  kind text := tg_argv[0];
begin
  if heading is null then return null; end if;
  select search_form(string_agg(word, ' ')) into found_by from (
    select row ->> field as word from unnest(array['name', 'title', 'number', 'full_name', 'inn', 'ogrn', 'position']) field
    union all select jsonb_array_elements_text(row -> field)
      from unnest(array['phones', 'emails', 'contact_keys']) field where jsonb_typeof(row -> field) = 'array') found;
  insert into search_entry values (kind, new.id,
      (case when kind = 'companies' then row ->> 'id' else row ->> 'company_id' end)::uuid, heading, found_by)
    on conflict on constraint search_entry_pkey do update
    set company_id = excluded.company_id, title = excluded.title, words = excluded.words
    where (search_entry.company_id, search_entry.title, search_entry.words)
      is distinct from (excluded.company_id, excluded.title, excluded.words);
  return null;
end $$;
alter function keep_search_entry() owner to voronka_system;
create trigger keep_search_entry after insert or update on company for each row execute function keep_search_entry('companies');
create trigger keep_search_entry after insert or update on contact for each row execute function keep_search_entry('contacts');
create trigger keep_search_entry after insert or update on deal for each row execute function keep_search_entry('deals');
create trigger keep_search_entry after insert or update on offer for each row execute function keep_search_entry('offers');
create trigger keep_search_entry after insert or update on invoice for each row execute function keep_search_entry('invoices');
create trigger keep_search_entry after insert or update on contract for each row execute function keep_search_entry('contracts');

-- words: fragments that must all be found, already in the form of search_form().
create function search_records(fragments text[], kinds text[], at_most int)
  returns table (resource text, record_id uuid, company_id uuid, title text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  sight text := current_setting('app.sight');
  owners uuid[] := current_setting('app.owners')::uuid[];
  seats uuid[] := current_setting('app.seats')::uuid[];
begin
  return query
    select e.resource, e.record_id, e.company_id, e.title
    from search_entry e join company c on c.id = e.company_id
    where (kinds is null or e.resource = any (kinds))
      and e.words like all (select '%' || replace(replace(replace(f, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(fragments) f)
      and (sight = 'whole' or c.owner_id = any (owners)
        or exists (select 1 from participation p where p.company_id = c.id and p.closed_at is null and p.seat_id = any (seats)))
    order by c.name, e.title, e.record_id limit least(at_most, 1000);
end $$;
alter function search_records(text[], text[], int) owner to voronka_system;
revoke execute on function search_records(text[], text[], int) from public;
grant execute on function search_records(text[], text[], int) to voronka_restricted, voronka_whole, voronka_system;

-- S-010: who tries to create a client that exists learns that it exists and whose it is, nothing more.
create function client_exists(wanted_inn text, wanted_kpp text, keys text[])
  returns table (company_id uuid, owner_id uuid, owner_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, u.id, u.name from company c join app_user u on u.id = c.owner_id
  where (wanted_inn is not null and c.inn = wanted_inn and (wanted_kpp is null or c.kpp is null or c.kpp = wanted_kpp))
     or (cardinality(keys) > 0 and (c.contact_keys && keys
         or exists (select 1 from contact k where k.company_id = c.id and k.contact_keys && keys)))
  order by (c.inn is not distinct from wanted_inn) desc, c.created_at limit 1
$$;
alter function client_exists(text, text, text[]) owner to voronka_system;
revoke execute on function client_exists(text, text, text[]) from public;
grant execute on function client_exists(text, text, text[]) to voronka_restricted, voronka_whole, voronka_system;

-- Who does a part of a deal (an invoice in the queue, a task) tells its process without seeing the deal: which life of
-- it runs, and nothing more. A second connection with the machine's sight would wait for the pool that its own
-- transaction keeps busy.
create function deal_generation(deal_id uuid) returns int
  language sql stable security definer set search_path = public, pg_temp as
  $$select generation from deal where id = deal_id$$;
alter function deal_generation(uuid) owner to voronka_system;
revoke execute on function deal_generation(uuid) from public;
grant execute on function deal_generation(uuid) to voronka_restricted, voronka_whole, voronka_system;
