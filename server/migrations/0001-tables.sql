create extension if not exists pg_trgm;

create table "audit_entry" ("id" bigserial primary key, "at" timestamptz not null default now(), "actor" varchar(255) null, "resource" varchar(255) not null, "record_id" varchar(255) not null, "company_id" uuid null, "verb" varchar(255) not null, "changes" jsonb not null);
create index "audit_entry_resource_record_id_at_index" on "audit_entry" ("resource", "record_id", "at");

create table "command_record" ("id" varchar(255) not null, "actor_id" uuid not null, "body_hash" varchar(255) not null, "status" int null, "answer" jsonb null, "path" text not null, "created_at" timestamptz not null default now(), primary key ("id"));

create table "department" ("id" uuid not null, "version" int not null default 1, "key" varchar(255) not null, "name" varchar(255) not null, primary key ("id"));
alter table "department" add constraint "department_key_unique" unique ("key");

create table "effect_key" ("id" varchar(255) not null, "result" jsonb null, "at" timestamptz not null default now(), primary key ("id"));

create table "funnel" ("id" uuid not null, "version" int not null default 1, "key" varchar(255) not null, "name" varchar(255) not null, "current_version_id" uuid null, "is_default" boolean not null default false, primary key ("id"));
alter table "funnel" add constraint "funnel_key_unique" unique ("key");

create table "funnel_version" ("id" uuid not null, "funnel_id" uuid not null, "number" int not null, "definition" jsonb not null, "sha256" varchar(255) not null, "published_at" timestamptz not null, "published_by" uuid null, primary key ("id"));
alter table "funnel_version" add constraint "funnel_version_funnel_id_number_unique" unique ("funnel_id", "number");

create table "inbox_message" ("id" varchar(255) not null, "body_hash" varchar(255) not null, "answer" jsonb not null, "received_at" timestamptz not null, primary key ("id"));

create table "number_series" ("id" varchar(255) not null, "last_number" int not null, primary key ("id"));

create table "outbox_message" ("id" bigserial primary key, "kind" text not null, "name" varchar(255) not null, "workflow_id" varchar(255) not null, "payload" jsonb not null, "created_at" timestamptz not null default now(), "sent_at" timestamptz null, "attempts" int not null default 0, "next_at" timestamptz not null default now(), "last_error" text null);
create index "outbox_message_workflow_id_index" on "outbox_message" ("workflow_id");
alter table "outbox_message" add constraint "outbox_message_kind_check" check ("kind" in ('start', 'signal'));

create table "own_company" ("id" uuid not null, "version" int not null default 1, "name" varchar(255) not null, "data" jsonb not null, primary key ("id"));

create table "price_type" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "name" text not null, "currency" varchar(8) null, "vat_included" boolean null, "deleted" boolean not null default false, "stub" boolean not null default false, "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "price_type" add constraint "price_type_external_unique" unique ("source", "external_key");

create table "process_event" ("id" uuid not null, "subject" varchar(255) not null, "deal_id" uuid null, "company_id" uuid null, "at" timestamptz not null, "kind" varchar(255) not null, "title" text not null, "actor_type" text not null, "actor_id" varchar(255) null, "actor_name" varchar(255) null, "data" jsonb not null, "waited_ms" bigint null, "stage" varchar(255) null, "seq" int not null default 0, "seat_id" uuid null, primary key ("id"));
create index "process_event_company_id_index" on "process_event" ("company_id");
create index "process_event_subject_at_id_index" on "process_event" ("subject", "at", "id");
create index "process_event_deal_id_at_id_index" on "process_event" ("deal_id", "at", "id");
alter table "process_event" add constraint "process_event_actor_type_check" check ("actor_type" in ('user', 'rule', 'system', '1c', 'client'));

create table "product" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "external_version" text null, "catalog_external_id" text null, "sku" text null, "barcode" text null, "name" text not null, "full_name" text null, "description" text null, "unit" text null, "unit_code" text null, "group_ids" uuid[] not null default '{}', "properties" jsonb not null default '{}', "property_values" jsonb not null default '{}', "requisites" jsonb not null default '{}', "extra" jsonb not null default '{}', "pictures" jsonb not null default '[]', "vat_rate" varchar(8) null, "deleted" boolean not null default false, "stub" boolean not null default false, "search_text" text not null default '', "updated_at" timestamptz not null default now(), primary key ("id"));
create index "product_search_index" on "product" using gin ("search_text" gin_trgm_ops);
create index "product_name_index" on "product" ("name", "id");
create index "product_sku_index" on "product" ("sku");
alter table "product" add constraint "product_external_unique" unique ("source", "external_key");

create table "offering" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "product_id" uuid not null, "sku" text null, "barcode" text null, "name" text not null, "properties" jsonb not null default '{}', "property_values" jsonb not null default '{}', "characteristics" jsonb not null default '{}', "extra" jsonb not null default '{}', "stated_total" numeric(18,6) null, "deleted" boolean not null default false, "stub" boolean not null default false, "search_text" text not null default '', "updated_at" timestamptz not null default now(), primary key ("id"));
create index "offering_product_index" on "offering" ("product_id");
create index "offering_search_index" on "offering" using gin ("search_text" gin_trgm_ops);
create index "offering_name_index" on "offering" ("name", "id");
create index "offering_sku_index" on "offering" ("sku");
alter table "offering" add constraint "offering_external_unique" unique ("source", "external_key");

create table "price" ("id" uuid not null, "version" int not null default 1, "offering_id" uuid not null, "price_type_id" uuid not null, "value_kopecks" bigint not null, "currency" varchar(8) not null, "min_quantity" numeric(18,6) not null default '0', "unit" text null, "unit_factor" numeric(18,6) not null default '1', "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "price" add constraint "price_offering_type_unique" unique ("offering_id", "price_type_id", "min_quantity");

create table "product_group" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "parent_id" uuid null, "name" text not null, "deleted" boolean not null default false, "stub" boolean not null default false, "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "product_group" add constraint "product_group_external_unique" unique ("source", "external_key");

create table "property" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "name" text not null, "value_kind" text not null default 'text', "choices" jsonb not null default '{}', "deleted" boolean not null default false, "stub" boolean not null default false, "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "property" add constraint "property_external_unique" unique ("source", "external_key");

create table "supply" ("id" uuid not null, "version" int not null default 1, "offering_id" uuid not null, "date" date not null, "quantity" numeric(18,6) not null, "note" text null, "entered_by" uuid null, "arrived" boolean not null default false, "updated_at" timestamptz not null default now(), primary key ("id"));
create index "supply_offering_date_index" on "supply" ("offering_id", "date");

create table "unit" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "code" text null, "name" text not null, "full_name" text null, "international_name" text null, "deleted" boolean not null default false, "stub" boolean not null default false, "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "unit" add constraint "unit_external_unique" unique ("source", "external_key");

create table "unmet_demand" ("id" uuid not null, "version" int not null default 1, "company_id" uuid null, "deal_id" uuid null, "offering_id" uuid null, "text" text not null, "quantity" numeric(18,6) null, "estimated_kopecks" bigint null, "created_by" uuid null, "created_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));
create index "unmet_demand_company_index" on "unmet_demand" ("company_id");
create index "unmet_demand_offering_index" on "unmet_demand" ("offering_id");

create table "app_user" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "login" varchar(255) not null, "name" varchar(255) not null, "password_hash" varchar(255) not null, "email" varchar(255) null, "phone" varchar(255) null, "position" varchar(255) null, "roles" text[] not null, "department_id" uuid null, "head_id" uuid null, "active" boolean not null default true, "at_work" boolean not null default true, "stand_in_id" uuid null, "stand_in_until" timestamptz null, "last_assigned_at" timestamptz null, "discount_limit_percent" numeric(5,2) not null default '0', primary key ("id"));
alter table "app_user" add constraint "app_user_login_unique" unique ("login");

create table "session" ("id_hash" varchar(255) not null, "user_id" uuid not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, "expires_at" timestamptz not null, "ip" varchar(255) null, "user_agent" text null, primary key ("id_hash"));

create table "notification" ("id" uuid not null, "version" int not null default 1, "user_id" uuid not null, "created_at" timestamptz not null, "title" varchar(255) not null, "subject_type" varchar(255) not null, "subject_id" uuid not null, "company_id" uuid null, "read_at" timestamptz null, primary key ("id"));
create index "notification_user_id_created_at_id_index" on "notification" ("user_id", "created_at", "id");

create table "company" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "name" varchar(255) not null, "full_name" varchar(255) null, "inn" varchar(255) null, "kpp" varchar(255) null, "ogrn" varchar(255) null, "status" text not null, "owner_id" uuid not null, "class" text null, "addresses" text[] not null, "phones" text[] not null, "emails" text[] not null, "needs" jsonb not null, "contact_keys" text[] not null, "last_contact_at" timestamptz null, "last_purchase_at" timestamptz null, primary key ("id"));
create index "company_inn_index" on "company" ("inn");
create index "company_owner_id_name_id_index" on "company" ("owner_id", "name", "id");
create index "company_name_id_index" on "company" ("name", "id");
create index "company_contact_keys_index" on "company" using gin ("contact_keys");
alter table "company" add constraint "company_status_check" check ("status" in ('potential', 'active', 'inactive'));
alter table "company" add constraint "company_class_check" check ("class" in ('vip', 'a', 'b', 'c'));

create table "task" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "title" varchar(255) not null, "reason" varchar(255) null, "kind" varchar(255) not null, "company_id" uuid null, "deal_id" uuid null, "assignee_id" uuid not null, "due_at" timestamptz not null, "status" text not null, "done_at" timestamptz null, "result" text null, "created_by" uuid null, "seat_id" uuid null, primary key ("id"));
create index "task_company_id_index" on "task" ("company_id");
create index "task_assignee_id_status_due_at_id_index" on "task" ("assignee_id", "status", "due_at", "id");
create index "task_deal_id_index" on "task" ("deal_id");
alter table "task" add constraint "task_status_check" check ("status" in ('open', 'done', 'cancelled'));

create table "stored_file" ("id" uuid not null, "created_at" timestamptz not null, "company_id" uuid null, "name" varchar(255) not null, "content_type" varchar(255) not null, "size_bytes" int not null, "sha256" varchar(255) not null, "subject_type" varchar(255) not null, "subject_id" uuid not null, "data" jsonb null, "content" bytea not null, "seat_id" uuid null, primary key ("id"));

create table "payment" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "paid_on" date not null, "amount_kopecks" bigint not null, "matched_kopecks" bigint not null default '0', "payer_inn" varchar(255) null, "payer_name" varchar(255) null, "purpose" text not null, "document_number" varchar(255) null, "source" text not null, "company_id" uuid null, "status" text not null, "entered_by" uuid null, "seat_id" uuid not null, primary key ("id"));
create index "payment_company_id_index" on "payment" ("company_id");
create index "payment_status_paid_on_id_index" on "payment" ("status", "paid_on", "id");
alter table "payment" add constraint "payment_amount_kopecks_check" check (amount_kopecks > 0);
alter table "payment" add constraint "payment_matched_kopecks_check" check (matched_kopecks >= 0 and matched_kopecks <= amount_kopecks);
alter table "payment" add constraint "payment_source_check" check ("source" in ('bank', '1c', 'manual'));
alter table "payment" add constraint "payment_status_check" check ("status" in ('unmatched', 'partly', 'matched'));

create table "participation" ("id" uuid not null, "seat_id" uuid not null, "company_id" uuid not null, "because" varchar(255) not null, "subject_type" varchar(255) not null, "subject_id" uuid not null, "opened_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));
create index "participation_seat_id_company_id_index" on "participation" ("seat_id", "company_id");
create index "participation_subject_type_subject_id_index" on "participation" ("subject_type", "subject_id");
alter table "participation" add constraint "participation_seat_id_company_id_because_subject_id_unique" unique ("seat_id", "company_id", "because", "subject_id");

create table "letter" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "company_id" uuid null, "deal_id" uuid null, "to_address" varchar(255) not null, "subject" varchar(255) not null, "text" text not null, "file_ids" text[] not null, "status" text not null, "message_id" varchar(255) null, "sent_at" timestamptz null, "problem" text null, "key" varchar(255) not null, "seat_id" uuid null, primary key ("id"));
create index "letter_company_id_index" on "letter" ("company_id");
create index "letter_deal_id_index" on "letter" ("deal_id");
alter table "letter" add constraint "letter_key_unique" unique ("key");
create index "letter_created_at_id_index" on "letter" ("created_at", "id");
alter table "letter" add constraint "letter_status_check" check ("status" in ('kept', 'waiting', 'sent', 'refused'));

create table "interaction" ("id" uuid not null, "version" int not null default 1, "company_id" uuid not null, "contact_id" uuid null, "deal_id" uuid null, "author_id" uuid null, "kind" text not null, "direction" text not null, "at" timestamptz not null, "text" text not null, "result" varchar(255) null, primary key ("id"));
create index "interaction_deal_id_index" on "interaction" ("deal_id");
create index "interaction_company_id_at_id_index" on "interaction" ("company_id", "at", "id");
alter table "interaction" add constraint "interaction_kind_check" check ("kind" in ('call', 'letter', 'message', 'meeting', 'note'));
alter table "interaction" add constraint "interaction_direction_check" check ("direction" in ('in', 'out', 'none'));

create table "department_request" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "kind" varchar(255) not null, "from_department" varchar(255) not null, "to_department" varchar(255) not null, "subject" varchar(255) not null, "company_id" uuid not null, "company_name" varchar(255) not null, "deal_id" uuid null, "invoice_id" uuid null, "author_id" uuid null, "status" text not null, "seq" int not null default 0, "lines" jsonb not null, "promised_at" timestamptz null, "assignee_id" uuid null, "remark" text null, "expected_on" date null, "done_at" timestamptz null, "seat_id" uuid null, "process_state" jsonb null, primary key ("id"));
create index "department_request_company_id_index" on "department_request" ("company_id");
create index "department_request_deal_id_index" on "department_request" ("deal_id");
create index "department_request_to_department_status_promised_at_id_index" on "department_request" ("to_department", "status", "promised_at", "id");
alter table "department_request" add constraint "department_request_status_check" check ("status" in ('new', 'taken', 'in_progress', 'short', 'done', 'refused', 'cancelled'));

create table "shipment" ("id" uuid not null, "version" int not null default 1, "request_id" uuid not null, "company_id" uuid not null, "deal_id" uuid null, "number" varchar(255) not null, "shipped_at" timestamptz not null, "shipped_by" uuid null, "lines" jsonb not null, "confirmed_at" timestamptz null, "seat_id" uuid null, primary key ("id"));
create index "shipment_request_id_index" on "shipment" ("request_id");
create index "shipment_company_id_index" on "shipment" ("company_id");
create index "shipment_deal_id_index" on "shipment" ("deal_id");
alter table "shipment" add constraint "shipment_number_unique" unique ("number");

create table "contract" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "company_id" uuid not null, "deal_id" uuid null, "author_id" uuid not null, "number" varchar(255) null, "issued_on" date null, "status" text not null, "valid_from" date null, "valid_until" date null, "subject" text not null, "buyer" jsonb not null, "lines" jsonb not null, "gross_kopecks" bigint not null, "vat_kopecks" bigint not null, "file_id" uuid null, "approval_id" uuid null, "remark" text null, "seat_id" uuid null, primary key ("id"));
create index "contract_deal_id_index" on "contract" ("deal_id");
create index "contract_company_id_id_index" on "contract" ("company_id", "id");
alter table "contract" add constraint "contract_status_check" check ("status" in ('draft', 'awaiting_approval', 'approved', 'signed', 'terminated'));

create table "contact" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "company_id" uuid not null, "name" varchar(255) not null, "position" varchar(255) null, "phones" text[] not null, "emails" text[] not null, "contact_keys" text[] not null, primary key ("id"));
create index "contact_company_id_index" on "contact" ("company_id");
create index "contact_contact_keys_index" on "contact" using gin ("contact_keys");

create table "inquiry" ("id" uuid not null, "version" int not null default 1, "channel" varchar(255) not null, "source" varchar(255) not null, "campaign" varchar(255) null, "page" text null, "text" text not null, "raw" jsonb not null, "received_at" timestamptz not null, "company_id" uuid null, "contact_id" uuid null, "deal_id" uuid null, "owner_id" uuid null, "status" text not null, "assigned_rule" varchar(255) null, "seat_id" uuid null, primary key ("id"));
create index "inquiry_company_id_index" on "inquiry" ("company_id");
create index "inquiry_deal_id_index" on "inquiry" ("deal_id");
create index "inquiry_received_at_id_index" on "inquiry" ("received_at", "id");
alter table "inquiry" add constraint "inquiry_status_check" check ("status" in ('new', 'assigned', 'taken', 'in_deal'));

create table "deal" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "title" varchar(255) not null, "company_id" uuid not null, "contact_id" uuid null, "owner_id" uuid not null, "funnel_version_id" uuid not null, "inquiry_id" uuid null, "stage" varchar(255) not null, "stage_since" timestamptz not null, "status" text not null, "seq" int not null default 0, "next_due" timestamptz null, "overdue" boolean not null default false, "missing" jsonb not null, "waits_for" jsonb not null, "lost_reason" varchar(255) null, "closed_at" timestamptz null, "process_state" jsonb null, "generation" int not null default 1, "amount_kopecks" bigint not null default '0', "next_step_text" varchar(255) null, "next_step_due_at" timestamptz null, "first_answered_at" timestamptz null, primary key ("id"));
create index "deal_owner_id_status_stage_id_index" on "deal" ("owner_id", "status", "stage", "id");
create index "deal_status_stage_since_id_index" on "deal" ("status", "stage_since", "id");
create index "deal_company_id_id_index" on "deal" ("company_id", "id");
alter table "deal" add constraint "deal_status_check" check ("status" in ('open', 'won', 'lost'));

create table "offer" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "deal_id" uuid not null, "company_id" uuid not null, "author_id" uuid not null, "number" varchar(255) null, "revision" int not null default 1, "issued_on" date null, "status" text not null, "valid_until" date not null, "buyer" jsonb not null, "lines" jsonb not null, "net_kopecks" bigint not null, "vat_kopecks" bigint not null, "gross_kopecks" bigint not null, "max_discount_percent" numeric(5,2) not null, "file_id" uuid null, "approval_id" uuid null, "sent_at" timestamptz null, "decided_at" timestamptz null, primary key ("id"));
create index "offer_deal_id_index" on "offer" ("deal_id");
create index "offer_company_id_id_index" on "offer" ("company_id", "id");
alter table "offer" add constraint "offer_status_check" check ("status" in ('draft', 'awaiting_approval', 'approved', 'sent', 'accepted', 'declined', 'expired'));

create table "invoice" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "deal_id" uuid not null, "company_id" uuid not null, "offer_id" uuid null, "author_id" uuid not null, "number" varchar(255) null, "issued_at" timestamptz null, "issued_on" date null, "status" text not null, "seq" int not null default 0, "due_date" date null, "buyer" jsonb not null, "lines" jsonb not null, "net_kopecks" bigint not null, "vat_kopecks" bigint not null, "gross_kopecks" bigint not null, "paid_kopecks" bigint not null default '0', "file_id" uuid null, "approval_id" uuid null, "void_reason" varchar(255) null, "sent_at" timestamptz null, "seat_id" uuid null, "process_state" jsonb null, primary key ("id"));
create index "invoice_deal_id_index" on "invoice" ("deal_id");
create index "invoice_status_due_date_id_index" on "invoice" ("status", "due_date", "id");
create index "invoice_company_id_id_index" on "invoice" ("company_id", "id");
create unique index "invoice_number_of_year_unique" on "invoice" ("number", extract(year from "issued_on"));
alter table "invoice" add constraint "invoice_paid_kopecks_check" check (paid_kopecks >= 0 and (status <> 'void' or paid_kopecks = 0));
alter table "invoice" add constraint "invoice_status_check" check ("status" in ('draft', 'awaiting_approval', 'issued', 'partly_paid', 'paid', 'void', 'overdue'));

create table "payment_match" ("id" uuid not null, "payment_id" uuid not null, "invoice_id" uuid not null, "amount_kopecks" bigint not null, "at" timestamptz not null, "matched_by" uuid null, "seat_id" uuid not null, primary key ("id"));
create index "payment_match_invoice_id_index" on "payment_match" ("invoice_id");
alter table "payment_match" add constraint "payment_match_payment_id_invoice_id_unique" unique ("payment_id", "invoice_id");
alter table "payment_match" add constraint "payment_match_amount_kopecks_check" check (amount_kopecks > 0);

create table "deal_line" ("id" uuid not null, "deal_id" uuid not null, "position" int not null, "offering_id" uuid null, "name" varchar(255) not null, "sku" varchar(255) null, "unit" varchar(255) not null, "quantity" numeric(18,6) not null, "price_kopecks" bigint not null, "discount_percent" numeric(5,2) not null, "vat_rate" varchar(255) not null, "delivery_on" date null, primary key ("id"));
alter table "deal_line" add constraint "deal_line_deal_id_position_unique" unique ("deal_id", "position");

create table "approval" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "subject_type" text not null, "subject_id" uuid not null, "subject_version" int not null, "title" varchar(255) not null, "reason" varchar(255) not null, "company_id" uuid not null, "deal_id" uuid null, "author_id" uuid not null, "amount_kopecks" bigint not null, "route_id" varchar(255) not null, "plan" jsonb not null, "status" text not null, "seq" int not null default 0, "steps" jsonb not null, "current_steps" text[] not null, "waiting_seats" uuid[] not null, "deciders" uuid[] not null default '{}', "next_due" timestamptz null, "decided_at" timestamptz null, "process_state" jsonb null, primary key ("id"));
create index "approval_company_id_index" on "approval" ("company_id");
create index "approval_deal_id_index" on "approval" ("deal_id");
create index "approval_status_next_due_id_index" on "approval" ("status", "next_due", "id");
create index "approval_subject_type_subject_id_index" on "approval" ("subject_type", "subject_id");
alter table "approval" add constraint "approval_subject_type_check" check ("subject_type" in ('offer', 'invoice', 'contract'));
alter table "approval" add constraint "approval_status_check" check ("status" in ('waiting', 'approved', 'rejected', 'withdrawn'));

create table "api_token" ("id" uuid not null, "user_id" uuid not null, "name" varchar(255) not null, "token_hash" varchar(255) not null, "roles" text[] not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("id"));
alter table "api_token" add constraint "api_token_token_hash_unique" unique ("token_hash");

create table "warehouse" ("id" uuid not null, "version" int not null default 1, "source" varchar(255) not null, "external_id" text not null, "external_key" text not null, "name" text not null, "address" text null, "deleted" boolean not null default false, "stub" boolean not null default false, "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "warehouse" add constraint "warehouse_external_unique" unique ("source", "external_key");

create table "stock" ("id" uuid not null, "version" int not null default 1, "offering_id" uuid not null, "warehouse_id" uuid null, "quantity" numeric(18,6) not null, "updated_at" timestamptz not null default now(), primary key ("id"));
alter table "stock" add constraint "stock_offering_warehouse_unique" unique ("offering_id", "warehouse_id");
create unique index "stock_offering_anywhere_unique" on "stock" ("offering_id") where "warehouse_id" is null;

create table "reservation" ("id" uuid not null, "version" int not null default 1, "deal_id" uuid not null, "company_id" uuid null, "offering_id" uuid not null, "warehouse_id" uuid null, "quantity" numeric(18,6) not null, "issued_quantity" numeric(18,6) not null default '0', "until" date not null, "from_supply_id" uuid null, "status" text not null default 'active', "created_by" uuid null, "created_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));
create index "reservation_deal_index" on "reservation" ("deal_id");
create index "reservation_offering_status_index" on "reservation" ("offering_id", "status");
alter table "reservation" add constraint "reservation_status_check" check ("status" in ('active', 'released', 'fulfilled', 'expired'));

create table "issued_goods" ("id" uuid not null, "version" int not null default 1, "deal_id" uuid null, "request_id" uuid null, "shipment_id" uuid null, "effect_key" varchar(255) not null, "offering_id" uuid not null, "warehouse_id" uuid null, "quantity" numeric(18,6) not null, "issued_at" timestamptz not null, "confirmed_at" timestamptz null, primary key ("id"));
alter table "issued_goods" add constraint "issued_goods_effect_unique" unique ("effect_key");
create index "issued_goods_offering_index" on "issued_goods" ("offering_id", "confirmed_at");

alter table "funnel_version" add constraint "funnel_version_funnel_id_foreign" foreign key ("funnel_id") references "funnel" ("id");

alter table "offering" add constraint "offering_product_id_foreign" foreign key ("product_id") references "product" ("id");

alter table "price" add constraint "price_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");
alter table "price" add constraint "price_price_type_id_foreign" foreign key ("price_type_id") references "price_type" ("id");

alter table "supply" add constraint "supply_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");

alter table "unmet_demand" add constraint "unmet_demand_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on delete set null;

alter table "app_user" add constraint "app_user_department_id_foreign" foreign key ("department_id") references "department" ("id") on delete set null;
alter table "app_user" add constraint "app_user_head_id_foreign" foreign key ("head_id") references "app_user" ("id") on delete set null;
alter table "app_user" add constraint "app_user_stand_in_id_foreign" foreign key ("stand_in_id") references "app_user" ("id") on delete set null;

alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;

alter table "notification" add constraint "notification_user_id_foreign" foreign key ("user_id") references "app_user" ("id");

alter table "company" add constraint "company_owner_id_foreign" foreign key ("owner_id") references "app_user" ("id");

alter table "task" add constraint "task_company_id_foreign" foreign key ("company_id") references "company" ("id") on delete set null;
alter table "task" add constraint "task_assignee_id_foreign" foreign key ("assignee_id") references "app_user" ("id");

alter table "stored_file" add constraint "stored_file_company_id_foreign" foreign key ("company_id") references "company" ("id") on delete set null;

alter table "payment" add constraint "payment_company_id_foreign" foreign key ("company_id") references "company" ("id") on delete set null;

alter table "participation" add constraint "participation_company_id_foreign" foreign key ("company_id") references "company" ("id") on delete cascade;

alter table "letter" add constraint "letter_company_id_foreign" foreign key ("company_id") references "company" ("id") on delete set null;

alter table "interaction" add constraint "interaction_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "department_request" add constraint "department_request_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "shipment" add constraint "shipment_request_id_foreign" foreign key ("request_id") references "department_request" ("id");
alter table "shipment" add constraint "shipment_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "contract" add constraint "contract_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "contact" add constraint "contact_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "inquiry" add constraint "inquiry_company_id_foreign" foreign key ("company_id") references "company" ("id") on delete set null;
alter table "inquiry" add constraint "inquiry_contact_id_foreign" foreign key ("contact_id") references "contact" ("id") on delete set null;
alter table "inquiry" add constraint "inquiry_owner_id_foreign" foreign key ("owner_id") references "app_user" ("id") on delete set null;

alter table "deal" add constraint "deal_company_id_foreign" foreign key ("company_id") references "company" ("id");
alter table "deal" add constraint "deal_contact_id_foreign" foreign key ("contact_id") references "contact" ("id") on delete set null;
alter table "deal" add constraint "deal_owner_id_foreign" foreign key ("owner_id") references "app_user" ("id");
alter table "deal" add constraint "deal_funnel_version_id_foreign" foreign key ("funnel_version_id") references "funnel_version" ("id");

alter table "offer" add constraint "offer_deal_id_foreign" foreign key ("deal_id") references "deal" ("id");
alter table "offer" add constraint "offer_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "invoice" add constraint "invoice_deal_id_foreign" foreign key ("deal_id") references "deal" ("id");
alter table "invoice" add constraint "invoice_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "payment_match" add constraint "payment_match_payment_id_foreign" foreign key ("payment_id") references "payment" ("id");
alter table "payment_match" add constraint "payment_match_invoice_id_foreign" foreign key ("invoice_id") references "invoice" ("id");

alter table "deal_line" add constraint "deal_line_deal_id_foreign" foreign key ("deal_id") references "deal" ("id") on delete cascade;

alter table "approval" add constraint "approval_company_id_foreign" foreign key ("company_id") references "company" ("id");

alter table "api_token" add constraint "api_token_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;

alter table "stock" add constraint "stock_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");
alter table "stock" add constraint "stock_warehouse_id_foreign" foreign key ("warehouse_id") references "warehouse" ("id") on delete set null;

alter table "reservation" add constraint "reservation_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");
alter table "reservation" add constraint "reservation_warehouse_id_foreign" foreign key ("warehouse_id") references "warehouse" ("id") on delete set null;

alter table "issued_goods" add constraint "issued_goods_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");
alter table "issued_goods" add constraint "issued_goods_warehouse_id_foreign" foreign key ("warehouse_id") references "warehouse" ("id") on delete set null;

