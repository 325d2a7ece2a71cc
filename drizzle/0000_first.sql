CREATE TABLE "checklists" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"plan_version" integer NOT NULL,
	"plan_title" text NOT NULL,
	"channel" text NOT NULL,
	"owner_title" text,
	"zone" text NOT NULL,
	"severity" text NOT NULL,
	"takes_minutes" integer,
	"if_failed" text,
	"sections" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"late" boolean NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"signed_off_by" text,
	"signed_off_at" timestamp (3) with time zone,
	"minutes_spent" integer,
	"wake_at" timestamp (3) with time zone,
	CONSTRAINT "sign_off_has_a_person" CHECK (("checklists"."signed_off_by" is null) = ("checklists"."signed_off_at" is null))
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counters_pk" PRIMARY KEY("enterprise","team","name")
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"plan" text NOT NULL,
	"ritual" text NOT NULL,
	"cadence" text NOT NULL,
	"reached" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone,
	CONSTRAINT "cursors_pk" PRIMARY KEY("enterprise","team","plan","ritual")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"plan" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"severity" text NOT NULL,
	"incident" boolean NOT NULL,
	"status" text NOT NULL,
	"owner" text,
	"commander" text,
	"channel" text NOT NULL,
	"source_checklist" text,
	"source_item" text,
	"opened_by" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"respond_minutes" integer NOT NULL,
	"respond_by" timestamp (3) with time zone NOT NULL,
	"resolve_minutes" integer,
	"resolve_by" timestamp (3) with time zone,
	"acknowledged_by" text,
	"acknowledged_at" timestamp (3) with time zone,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	"resolution" text,
	"withdrawn_at" timestamp (3) with time zone,
	"ladder" jsonb NOT NULL,
	"asks" jsonb NOT NULL,
	"response_ask_at" timestamp (3) with time zone,
	"resolution_ask_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone,
	CONSTRAINT "one_issue_per_number" UNIQUE("enterprise","team","number"),
	CONSTRAINT "issue_severity_is_known" CHECK ("issues"."severity" in ('P0', 'P1', 'P2', 'P3')),
	CONSTRAINT "acknowledgement_has_a_person" CHECK (("issues"."acknowledged_by" is null) = ("issues"."acknowledged_at" is null)),
	CONSTRAINT "resolution_has_a_person" CHECK (("issues"."resolved_by" is null) = ("issues"."resolved_at" is null)),
	CONSTRAINT "resolved_issue_says_so" CHECK (("issues"."status" = 'resolved') = ("issues"."resolved_at" is not null)),
	CONSTRAINT "closed_issue_never_wakes" CHECK ("issues"."wake_at" is null or ("issues"."resolved_at" is null and "issues"."withdrawn_at" is null))
);
--> statement-breakpoint
CREATE TABLE "items" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"checklist" text NOT NULL,
	"id" text NOT NULL,
	"position" smallint NOT NULL,
	"section" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	"state" text NOT NULL,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone,
	"reading" jsonb,
	"note" text,
	"issue" text,
	CONSTRAINT "items_pk" PRIMARY KEY("checklist","id"),
	CONSTRAINT "one_item_per_position" UNIQUE("checklist","position"),
	CONSTRAINT "item_state_is_known" CHECK ("items"."state" in ('open', 'done', 'failed', 'not-applicable')),
	CONSTRAINT "settled_item_has_a_person" CHECK (("items"."state" = 'open') = ("items"."settled_by" is null) and ("items"."settled_by" is null) = ("items"."settled_at" is null)),
	CONSTRAINT "failed_item_has_an_issue" CHECK (("items"."state" = 'failed') = ("items"."issue" is not null))
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"plan" text NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"what" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"surface" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text NOT NULL,
	"posted_in" text,
	"thread_of" text,
	"urgency" smallint NOT NULL,
	"wanted" integer NOT NULL,
	"shown" integer NOT NULL,
	"wanted_at" timestamp (3) with time zone NOT NULL,
	"ts" text,
	"posted_at" timestamp (3) with time zone,
	"posting_since" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"parked" text,
	CONSTRAINT "one_message_per_subject_and_channel" UNIQUE("enterprise","team","surface","subject","channel"),
	CONSTRAINT "shown_never_passes_wanted" CHECK ("messages"."shown" <= "messages"."wanted")
);
--> statement-breakpoint
CREATE TABLE "occurrences" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"ritual" text NOT NULL,
	"section" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"owners" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"reason" text,
	CONSTRAINT "one_occurrence_per_due_time" UNIQUE("enterprise","team","plan","ritual","section","due_at"),
	CONSTRAINT "occurrence_state_is_known" CHECK ("occurrences"."state" in ('open', 'done', 'done-late', 'missed', 'excused', 'holiday', 'paused', 'bot-down', 'not-delivered')),
	CONSTRAINT "occurrence_closes_after_opening" CHECK ("occurrences"."closes_at" is null or "occurrences"."closes_at" > "occurrences"."opens_at")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"source" text NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"applied_by" text,
	CONSTRAINT "plans_pk" PRIMARY KEY("enterprise","team","name","version")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipts_pk" PRIMARY KEY("enterprise","team","key")
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"enterprise" text NOT NULL,
	"team" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"week" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"figures" jsonb NOT NULL,
	"previous" jsonb,
	"restated" jsonb,
	"told" jsonb NOT NULL,
	"open" jsonb NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_summary_per_due_time" UNIQUE("enterprise","team","plan","due_at")
);
--> statement-breakpoint
ALTER TABLE "checklists" ADD CONSTRAINT "checklists_id_occurrences_id_fk" FOREIGN KEY ("id") REFERENCES "public"."occurrences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issue_comes_from_an_item" FOREIGN KEY ("source_checklist","source_item") REFERENCES "public"."items"("checklist","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_checklist_checklists_id_fk" FOREIGN KEY ("checklist") REFERENCES "public"."checklists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checklists_wake" ON "checklists" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "cursors_next" ON "cursors" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "issues_wake" ON "issues" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "issues_by_plan" ON "issues" USING btree ("enterprise","team","plan","opened_at");--> statement-breakpoint
CREATE INDEX "journal_by_subject" ON "journal" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "journal_by_time" ON "journal" USING btree ("enterprise","team","at");--> statement-breakpoint
CREATE INDEX "messages_stale" ON "messages" USING btree ("urgency","wanted_at") WHERE "messages"."shown" < "messages"."wanted" and "messages"."parked" is null;--> statement-breakpoint
CREATE INDEX "occurrences_by_due" ON "occurrences" USING btree ("enterprise","team","plan","due_at");