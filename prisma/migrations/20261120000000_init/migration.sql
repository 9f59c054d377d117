-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('owner', 'admin', 'sales');

-- CreateEnum
CREATE TYPE "user_status" AS ENUM ('active', 'suspended');

-- CreateEnum
CREATE TYPE "car_status" AS ENUM ('draft', 'available', 'booking', 'sold');

-- CreateEnum
CREATE TYPE "photo_status" AS ENUM ('pending', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "lead_status" AS ENUM ('new', 'warm', 'hot', 'cold', 'closed', 'lost');

-- CreateEnum
CREATE TYPE "gateway" AS ENUM ('simulator', 'fonnte', 'waha', 'meta', 'aimeow', 'evolution');

-- CreateEnum
CREATE TYPE "device_status" AS ENUM ('disconnected', 'qr', 'connecting', 'connected');

-- CreateEnum
CREATE TYPE "persona" AS ENUM ('customer', 'staff');

-- CreateEnum
CREATE TYPE "message_direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "message_sender" AS ENUM ('customer', 'bot', 'sales', 'owner_phone', 'system');

-- CreateEnum
CREATE TYPE "message_status" AS ENUM ('received', 'queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'dropped');

-- CreateEnum
CREATE TYPE "lane_kind" AS ENUM ('conversation', 'device');

-- CreateEnum
CREATE TYPE "domain_status" AS ENUM ('pending', 'verified', 'failed');

-- CreateEnum
CREATE TYPE "plan" AS ENUM ('starter', 'growth', 'pro');

-- CreateEnum
CREATE TYPE "plan_status" AS ENUM ('trial', 'active', 'suspended', 'expired');

-- CreateTable
CREATE TABLE "users" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "whatsapp_number" TEXT,
    "password_hash" TEXT NOT NULL,
    "role" "user_role" NOT NULL,
    "status" "user_status" NOT NULL DEFAULT 'active',
    "permissions" TEXT[],
    "pin_hash" TEXT,
    "customer_mode" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "last_login_at" TIMESTAMPTZ(3),
    "branch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "cars" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "plate" TEXT NOT NULL,
    "plate_clean" TEXT NOT NULL,
    "stock_code" TEXT NOT NULL,
    "display_code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "variant" TEXT NOT NULL DEFAULT '',
    "year" INTEGER NOT NULL,
    "registration_year" INTEGER,
    "color" TEXT NOT NULL,
    "transmission" TEXT NOT NULL,
    "km" INTEGER NOT NULL,
    "price" BIGINT NOT NULL,
    "credit_price" BIGINT,
    "credit_min_tenor_months" INTEGER,
    "cost_price" BIGINT,
    "fuel" TEXT,
    "engine_cc" INTEGER,
    "seats" INTEGER,
    "body_type" TEXT,
    "tax_month" TEXT,
    "owners" INTEGER,
    "plate_parity" TEXT,
    "plate_region" TEXT,
    "key_features" TEXT[],
    "condition_notes" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "status" "car_status" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "sold_at" TIMESTAMPTZ(3),
    "sold_price" BIGINT,
    "branch_id" UUID,
    "video_url" TEXT,
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cars_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "car_slugs" (
    "tenant_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "car_id" UUID NOT NULL,

    CONSTRAINT "car_slugs_pkey" PRIMARY KEY ("tenant_id","slug")
);

-- CreateTable
CREATE TABLE "car_photos" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "car_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "status" "photo_status" NOT NULL DEFAULT 'pending',
    "original_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "dominant_color" TEXT,
    "variants" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "car_photos_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "car_events" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "car_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "car_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "car_view_days" (
    "tenant_id" INTEGER NOT NULL,
    "car_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "car_view_days_pkey" PRIMARY KEY ("tenant_id","car_id","day")
);

-- CreateTable
CREATE TABLE "search_logs" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "terms" TEXT NOT NULL,
    "filters" JSONB NOT NULL DEFAULT '{}',
    "result_count" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_logs_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "leads" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL,
    "status" "lead_status" NOT NULL DEFAULT 'new',
    "score" INTEGER NOT NULL DEFAULT 0,
    "score_reasons" TEXT[],
    "source" TEXT NOT NULL,
    "open_phone" TEXT,
    "conversation_id" UUID,
    "assignee_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "leads_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "lead_interests" (
    "tenant_id" INTEGER NOT NULL,
    "lead_id" UUID NOT NULL,
    "car_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_interests_pkey" PRIMARY KEY ("tenant_id","lead_id","car_id")
);

-- CreateTable
CREATE TABLE "lead_events" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ai_settings" (
    "tenant_id" INTEGER NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ai_settings_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "faqs" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "faqs_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "devices" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "gateway" "gateway",
    "token_encrypted" TEXT,
    "webhook_secret_hash" TEXT,
    "status" "device_status" NOT NULL DEFAULT 'connected',
    "last_seen_at" TIMESTAMPTZ(3),
    "bot_enabled" BOOLEAN NOT NULL DEFAULT true,
    "branch_id" UUID,

    CONSTRAINT "devices_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "device_routes" (
    "number" TEXT NOT NULL,
    "tenant_id" INTEGER NOT NULL,
    "device_id" UUID NOT NULL,

    CONSTRAINT "device_routes_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "unrouted_webhooks" (
    "id" UUID NOT NULL,
    "gateway" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unrouted_webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "persona" "persona" NOT NULL,
    "chat_id" TEXT NOT NULL,
    "phone" TEXT,
    "user_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "bot_enabled" BOOLEAN NOT NULL DEFAULT true,
    "taken_over_by" TEXT,
    "taken_over_at" TIMESTAMPTZ(3),
    "opted_out_at" TIMESTAMPTZ(3),
    "unread" INTEGER NOT NULL DEFAULT 0,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "conversation_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "direction" "message_direction" NOT NULL,
    "sender" "message_sender" NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'text',
    "text" TEXT NOT NULL DEFAULT '',
    "media" JSONB,
    "provider_id" TEXT,
    "state_id" TEXT,
    "reply_to_id" UUID,
    "n" INTEGER NOT NULL DEFAULT 0,
    "status" "message_status" NOT NULL,
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "send_after" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "intent" TEXT,
    "confidence" DOUBLE PRECISION,
    "entities" JSONB,
    "processing_ms" INTEGER,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "lanes" (
    "tenant_id" INTEGER NOT NULL,
    "kind" "lane_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "burst_started_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "token" BIGINT NOT NULL DEFAULT 0,
    "wake" BIGINT NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lanes_pkey" PRIMARY KEY ("tenant_id","kind","subject_id")
);

-- CreateTable
CREATE TABLE "orphan_receipts" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state_id" TEXT,
    "status" "message_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orphan_receipts_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "conversation_states" (
    "tenant_id" INTEGER NOT NULL,
    "conversation_id" UUID NOT NULL,
    "flow" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_states_pkey" PRIMARY KEY ("tenant_id","conversation_id","flow")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "subdomain" TEXT NOT NULL,
    "custom_domain" TEXT,
    "domain_status" "domain_status",
    "domain_token" TEXT,
    "domain_checked_at" TIMESTAMPTZ(3),
    "ssl_status" TEXT,
    "logo_key" TEXT,
    "primary_color" TEXT NOT NULL DEFAULT '#0f766e',
    "secondary_color" TEXT NOT NULL DEFAULT '#134e4a',
    "tagline" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "maps_url" TEXT NOT NULL DEFAULT '',
    "business_hours" JSONB NOT NULL DEFAULT '{}',
    "timezone" TEXT NOT NULL DEFAULT 'Asia/Jakarta',
    "plan" "plan" NOT NULL DEFAULT 'starter',
    "plan_status" "plan_status" NOT NULL DEFAULT 'trial',
    "plan_ends_at" TIMESTAMPTZ(3),
    "settings" JSONB NOT NULL DEFAULT '{}',
    "catalog_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branches" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "maps_url" TEXT NOT NULL DEFAULT '',
    "business_hours" JSONB,
    "phone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "branches_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "counters" (
    "tenant_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("tenant_id","name")
);

-- CreateTable
CREATE TABLE "events" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_email_key" ON "users"("tenant_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_whatsapp_number_key" ON "users"("tenant_id", "whatsapp_number");

-- CreateIndex
CREATE INDEX "cars_tenant_id_plate_clean_idx" ON "cars"("tenant_id", "plate_clean");

-- CreateIndex
CREATE INDEX "cars_tenant_id_status_idx" ON "cars"("tenant_id", "status");

-- CreateIndex
CREATE INDEX "cars_listed_idx" ON "cars"("tenant_id", "published_at" DESC) WHERE (status IN ('available', 'booking'));

-- CreateIndex
CREATE UNIQUE INDEX "cars_tenant_id_display_code_key" ON "cars"("tenant_id", "display_code");

-- CreateIndex
CREATE UNIQUE INDEX "cars_tenant_id_stock_code_key" ON "cars"("tenant_id", "stock_code");

-- CreateIndex
CREATE UNIQUE INDEX "cars_tenant_id_slug_key" ON "cars"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "car_slugs_tenant_id_car_id_idx" ON "car_slugs"("tenant_id", "car_id");

-- CreateIndex
CREATE INDEX "car_photos_tenant_id_car_id_position_idx" ON "car_photos"("tenant_id", "car_id", "position");

-- CreateIndex
CREATE INDEX "car_events_tenant_id_car_id_created_at_idx" ON "car_events"("tenant_id", "car_id", "created_at");

-- CreateIndex
CREATE INDEX "search_logs_tenant_id_created_at_idx" ON "search_logs"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "leads_tenant_id_status_updated_at_idx" ON "leads"("tenant_id", "status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "leads_tenant_id_open_phone_key" ON "leads"("tenant_id", "open_phone");

-- CreateIndex
CREATE INDEX "lead_events_tenant_id_lead_id_created_at_idx" ON "lead_events"("tenant_id", "lead_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "devices_tenant_id_number_key" ON "devices"("tenant_id", "number");

-- CreateIndex
CREATE INDEX "conversations_tenant_id_last_message_at_idx" ON "conversations"("tenant_id", "last_message_at");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_tenant_id_device_id_chat_id_persona_key" ON "conversations"("tenant_id", "device_id", "chat_id", "persona");

-- CreateIndex
CREATE INDEX "messages_tenant_id_conversation_id_seq_idx" ON "messages"("tenant_id", "conversation_id", "seq");

-- CreateIndex
CREATE INDEX "messages_inbox_idx" ON "messages"("tenant_id", "conversation_id", "seq") WHERE (direction = 'inbound' AND done_at IS NULL);

-- CreateIndex
CREATE INDEX "messages_outbox_idx" ON "messages"("tenant_id", "device_id", "seq") WHERE (status IN ('queued', 'sending'));

-- CreateIndex
CREATE INDEX "messages_tenant_id_device_id_state_id_idx" ON "messages"("tenant_id", "device_id", "state_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_tenant_id_device_id_direction_provider_id_key" ON "messages"("tenant_id", "device_id", "direction", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_tenant_id_reply_to_id_n_key" ON "messages"("tenant_id", "reply_to_id", "n");

-- CreateIndex
CREATE INDEX "lanes_ready_at_idx" ON "lanes"("ready_at") WHERE (ready_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "orphan_receipts_tenant_id_device_id_provider_id_idx" ON "orphan_receipts"("tenant_id", "device_id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_subdomain_key" ON "tenants"("subdomain");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_custom_domain_key" ON "tenants"("custom_domain");

-- CreateIndex
CREATE INDEX "events_tenant_id_type_created_at_idx" ON "events"("tenant_id", "type", "created_at");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_branch_id_fkey" FOREIGN KEY ("tenant_id", "branch_id") REFERENCES "branches"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cars" ADD CONSTRAINT "cars_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cars" ADD CONSTRAINT "cars_tenant_id_branch_id_fkey" FOREIGN KEY ("tenant_id", "branch_id") REFERENCES "branches"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_slugs" ADD CONSTRAINT "car_slugs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_slugs" ADD CONSTRAINT "car_slugs_tenant_id_car_id_fkey" FOREIGN KEY ("tenant_id", "car_id") REFERENCES "cars"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_photos" ADD CONSTRAINT "car_photos_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_photos" ADD CONSTRAINT "car_photos_tenant_id_car_id_fkey" FOREIGN KEY ("tenant_id", "car_id") REFERENCES "cars"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_events" ADD CONSTRAINT "car_events_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_events" ADD CONSTRAINT "car_events_tenant_id_car_id_fkey" FOREIGN KEY ("tenant_id", "car_id") REFERENCES "cars"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_view_days" ADD CONSTRAINT "car_view_days_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_view_days" ADD CONSTRAINT "car_view_days_tenant_id_car_id_fkey" FOREIGN KEY ("tenant_id", "car_id") REFERENCES "cars"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_logs" ADD CONSTRAINT "search_logs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_tenant_id_assignee_id_fkey" FOREIGN KEY ("tenant_id", "assignee_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_interests" ADD CONSTRAINT "lead_interests_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_interests" ADD CONSTRAINT "lead_interests_tenant_id_lead_id_fkey" FOREIGN KEY ("tenant_id", "lead_id") REFERENCES "leads"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_interests" ADD CONSTRAINT "lead_interests_tenant_id_car_id_fkey" FOREIGN KEY ("tenant_id", "car_id") REFERENCES "cars"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_tenant_id_lead_id_fkey" FOREIGN KEY ("tenant_id", "lead_id") REFERENCES "leads"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ai_settings" ADD CONSTRAINT "ai_settings_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faqs" ADD CONSTRAINT "faqs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "devices" ADD CONSTRAINT "devices_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "devices" ADD CONSTRAINT "devices_tenant_id_branch_id_fkey" FOREIGN KEY ("tenant_id", "branch_id") REFERENCES "branches"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "devices"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orphan_receipts" ADD CONSTRAINT "orphan_receipts_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_states" ADD CONSTRAINT "conversation_states_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_states" ADD CONSTRAINT "conversation_states_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branches" ADD CONSTRAINT "branches_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counters" ADD CONSTRAINT "counters_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
