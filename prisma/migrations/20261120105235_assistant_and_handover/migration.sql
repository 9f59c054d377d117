-- CreateEnum
CREATE TYPE "handover_status" AS ENUM ('open', 'claimed', 'closed');

-- CreateEnum
CREATE TYPE "offer_status" AS ENUM ('offered', 'claimed', 'skipped', 'expired', 'lost');

-- CreateEnum
CREATE TYPE "question_status" AS ENUM ('open', 'answered', 'dismissed');

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "signals" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "ai_settings" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "attention" TEXT,
ADD COLUMN     "attention_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "human_spoke_at" TIMESTAMPTZ(3),
ADD COLUMN     "takeover_id" UUID;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "facts" JSONB,
ADD COLUMN     "model" TEXT,
ADD COLUMN     "prompt_version" TEXT,
ADD COLUMN     "takeover_id" UUID;

-- CreateTable
CREATE TABLE "handovers" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "conversation_id" UUID,
    "reason" TEXT NOT NULL,
    "status" "handover_status" NOT NULL DEFAULT 'open',
    "claimed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "handover_offers" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" "offer_status" NOT NULL DEFAULT 'offered',
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_offers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ai_settings_versions" (
    "tenant_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ai_settings_versions_pkey" PRIMARY KEY ("tenant_id","version")
);

-- CreateTable
CREATE TABLE "customer_questions" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "times_asked" INTEGER NOT NULL DEFAULT 1,
    "status" "question_status" NOT NULL DEFAULT 'open',
    "conversation_id" UUID,
    "answer" TEXT,
    "faq_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" JSONB,

    CONSTRAINT "customer_questions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "model_usage" (
    "tenant_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "subject_id" UUID NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("tenant_id","day","subject_id")
);

-- CreateTable
CREATE TABLE "takeovers" (
    "tenant_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "user_id" UUID,
    "via" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notice_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "end_actor" JSONB,

    CONSTRAINT "takeovers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "handovers_tenant_id_lead_id_created_at_idx" ON "handovers"("tenant_id", "lead_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "handovers_open_idx" ON "handovers"("tenant_id", "lead_id") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "handover_offers_tenant_id_user_id_offered_at_idx" ON "handover_offers"("tenant_id", "user_id", "offered_at");

-- CreateIndex
CREATE UNIQUE INDEX "handover_offers_tenant_id_handover_id_user_id_key" ON "handover_offers"("tenant_id", "handover_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_offers_open_idx" ON "handover_offers"("tenant_id", "handover_id") WHERE (status = 'offered');

-- CreateIndex
CREATE INDEX "customer_questions_tenant_id_status_last_asked_at_idx" ON "customer_questions"("tenant_id", "status", "last_asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_questions_open_idx" ON "customer_questions"("tenant_id", "normalized") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "takeovers_tenant_id_conversation_id_started_at_idx" ON "takeovers"("tenant_id", "conversation_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "takeovers_open_idx" ON "takeovers"("tenant_id", "conversation_id") WHERE (ended_at IS NULL);

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_tenant_id_lead_id_fkey" FOREIGN KEY ("tenant_id", "lead_id") REFERENCES "leads"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_tenant_id_claimed_by_id_fkey" FOREIGN KEY ("tenant_id", "claimed_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_offers" ADD CONSTRAINT "handover_offers_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_offers" ADD CONSTRAINT "handover_offers_tenant_id_handover_id_fkey" FOREIGN KEY ("tenant_id", "handover_id") REFERENCES "handovers"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_offers" ADD CONSTRAINT "handover_offers_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ai_settings_versions" ADD CONSTRAINT "ai_settings_versions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_questions" ADD CONSTRAINT "customer_questions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_questions" ADD CONSTRAINT "customer_questions_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_tenant_table(name::regclass)
  FROM unnest(ARRAY['takeovers', 'handovers', 'handover_offers', 'customer_questions', 'model_usage']) AS name;

-- Which prompt answered what must stay provable.
SELECT protect_tenant_table('ai_settings_versions', 'SELECT, INSERT');

-- Erasing a customer empties the notes about them; that there was a note, by whom and when, stays.
GRANT UPDATE (data) ON lead_events TO autoleads_app;
