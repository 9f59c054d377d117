-- Tenant isolation, second wall: every tenant table shows and takes only rows of the tenant the transaction is set to.
-- autoleads_app    what withTenant() works as: one tenant's rows.
-- autoleads_system what withSystem() works as: the few tables that routing and the workers need across tenants.
-- Neither can log in; the user of DATABASE_URL becomes them with SET LOCAL ROLE.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['autoleads_app', 'autoleads_system'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
  END LOOP;
END $$;

-- No tenant set means no rows: after a first SET LOCAL the setting reads '' and not NULL.
CREATE FUNCTION app_tenant_id() RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant_id', true), '')::integer;

-- For this and every later migration: SELECT protect_tenant_table('new_table');
CREATE FUNCTION protect_tenant_table(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant_rows ON %s TO autoleads_app
    USING (tenant_id = (SELECT app_tenant_id())) WITH CHECK (tenant_id = (SELECT app_tenant_id()))', target);
  EXECUTE format('GRANT %s ON %s TO autoleads_app', privileges, target);
END $$;

-- Lets routing and workers see a table across tenants.
CREATE FUNCTION open_to_system(target regclass, privileges text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY system_rows ON %s TO autoleads_system USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT %s ON %s TO autoleads_system', privileges, target);
END $$;

SELECT protect_tenant_table(name::regclass) FROM unnest(ARRAY[
  'branches', 'counters', 'users', 'cars', 'car_slugs', 'car_photos', 'car_view_days', 'search_logs',
  'devices', 'device_routes', 'conversations', 'messages', 'lanes', 'orphan_receipts', 'conversation_states',
  'leads', 'lead_interests', 'ai_settings', 'faqs'
]) AS name;

-- History is written and read, never changed.
SELECT protect_tenant_table(name::regclass, 'SELECT, INSERT')
  FROM unnest(ARRAY['events', 'car_events', 'lead_events']) AS name;

GRANT USAGE ON SEQUENCE messages_seq_seq TO autoleads_app;

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON tenants TO autoleads_app
  USING (id = (SELECT app_tenant_id())) WITH CHECK (id = (SELECT app_tenant_id()));
GRANT SELECT, UPDATE ON tenants TO autoleads_app;

SELECT open_to_system('tenants', 'SELECT, INSERT, UPDATE');
SELECT open_to_system('devices', 'SELECT, UPDATE');
SELECT open_to_system('device_routes', 'SELECT');
SELECT open_to_system('lanes', 'SELECT, UPDATE');
GRANT USAGE ON SEQUENCE tenants_id_seq TO autoleads_system;
GRANT SELECT, INSERT, DELETE ON unrouted_webhooks TO autoleads_system;
