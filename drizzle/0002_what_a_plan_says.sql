ALTER TABLE "checklists" ADD COLUMN "procedure" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "checklists" ADD COLUMN "incident" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "updates_minutes" integer;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "update_ask_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "retired_at" timestamp (3) with time zone;