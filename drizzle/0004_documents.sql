CREATE TABLE "documents" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"by" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"url" text,
	"source" text,
	"draft" jsonb,
	"choices" jsonb NOT NULL,
	"shown_to" jsonb NOT NULL,
	"fault" jsonb,
	"plan" text,
	"version" integer,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "document_state_is_known" CHECK ("documents"."state" in ('fetching', 'read', 'refused', 'applied', 'discarded', 'expired')),
	CONSTRAINT "document_is_fetched_from_somewhere" CHECK (("documents"."state" = 'fetching') = ("documents"."url" is not null)),
	CONSTRAINT "only_a_pending_document_has_a_text" CHECK (("documents"."state" = 'read') = ("documents"."source" is not null) and ("documents"."source" is null) = ("documents"."draft" is null)),
	CONSTRAINT "refused_document_says_why" CHECK (("documents"."state" = 'refused') = ("documents"."fault" is not null)),
	CONSTRAINT "applied_document_became_a_plan" CHECK (("documents"."state" = 'applied') = ("documents"."plan" is not null) and ("documents"."plan" is null) = ("documents"."version" is null)),
	CONSTRAINT "settled_document_has_a_person" CHECK (("documents"."state" in ('applied', 'discarded')) = ("documents"."settled_by" is not null)),
	CONSTRAINT "settled_document_says_when" CHECK (("documents"."state" in ('fetching', 'read')) = ("documents"."settled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "origin" text DEFAULT 'file' NOT NULL;--> statement-breakpoint
CREATE INDEX "documents_pending" ON "documents" USING btree ("received_at") WHERE "documents"."settled_at" is null;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plan_origin_is_known" CHECK ("plans"."origin" in ('file', 'document'));