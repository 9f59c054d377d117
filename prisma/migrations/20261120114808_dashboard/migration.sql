-- DropIndex
DROP INDEX "tenants_custom_domain_key";

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "recovery_code_hashes" TEXT[],
ADD COLUMN     "totp_enabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" INTEGER,
ADD COLUMN     "totp_secret_encrypted" TEXT;

-- AlterTable
ALTER TABLE "cars" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "car_photos" ADD COLUMN     "edits" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "user_id" UUID;

-- AlterTable
ALTER TABLE "tenants" ADD COLUMN     "domain_failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "domain_healthy_since" TIMESTAMPTZ(3),
ADD COLUMN     "domain_report" JSONB,
ADD COLUMN     "domain_verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "domain_www" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "holidays" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "sessions" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "session_version" INTEGER NOT NULL,
    "audience" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "password_tokens" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_tokens_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "login_throttles" (
    "tenant_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "login_throttles_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "quick_replies" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "shortcut" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quick_replies_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "sessions_tenant_id_user_id_created_at_idx" ON "sessions"("tenant_id", "user_id", "created_at");

-- CreateIndex
CREATE INDEX "car_view_days_tenant_id_day_idx" ON "car_view_days"("tenant_id", "day");

-- CreateIndex
CREATE INDEX "leads_tenant_id_created_at_idx" ON "leads"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "messages_tenant_id_created_at_idx" ON "messages"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "password_tokens_tenant_id_token_hash_key" ON "password_tokens"("tenant_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "quick_replies_tenant_id_shortcut_key" ON "quick_replies"("tenant_id", "shortcut");

-- CreateIndex
CREATE INDEX "tenants_custom_domain_idx" ON "tenants"("custom_domain");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_verified_domain_idx" ON "tenants"("custom_domain") WHERE (domain_status = 'verified');

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_tokens" ADD CONSTRAINT "password_tokens_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_tokens" ADD CONSTRAINT "password_tokens_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_throttles" ADD CONSTRAINT "login_throttles_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quick_replies" ADD CONSTRAINT "quick_replies_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_tenant_table(name::regclass)
  FROM unnest(ARRAY['sessions', 'password_tokens', 'login_throttles', 'quick_replies']) AS name;

-- Which transaction changed a row last: what the dashboard's live stream resumes from, see features/live.
ALTER TABLE "devices" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE "conversations" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE "messages" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE "leads" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE "cars" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();

CREATE INDEX "devices_tenant_id_changed_in_idx" ON "devices"("tenant_id", "changed_in");
CREATE INDEX "conversations_tenant_id_changed_in_idx" ON "conversations"("tenant_id", "changed_in");
CREATE INDEX "messages_tenant_id_changed_in_idx" ON "messages"("tenant_id", "changed_in");
CREATE INDEX "leads_tenant_id_changed_in_idx" ON "leads"("tenant_id", "changed_in");
CREATE INDEX "cars_tenant_id_changed_in_idx" ON "cars"("tenant_id", "changed_in");

CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;

-- Only changes somebody would want to see: not the bot's bookkeeping, not a view counted.
CREATE TRIGGER note_change BEFORE UPDATE ON devices FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.bot_enabled IS DISTINCT FROM NEW.bot_enabled)
  EXECUTE FUNCTION note_change();
CREATE TRIGGER note_change BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER note_change BEFORE UPDATE ON messages FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.text IS DISTINCT FROM NEW.text)
  EXECUTE FUNCTION note_change();
CREATE TRIGGER note_change BEFORE UPDATE ON leads FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER note_change BEFORE UPDATE ON cars FOR EACH ROW
  WHEN (OLD.updated_at IS DISTINCT FROM NEW.updated_at OR OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION note_change();
