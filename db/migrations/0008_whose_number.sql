CREATE INDEX "patient_phones_of_phone" ON "patient_phones" USING btree ("phone_id","patient_id","valid_until");--> statement-breakpoint
CREATE INDEX "program_patients_of_patient" ON "program_patients" USING btree ("patient_id","program_id");--> statement-breakpoint
DROP INDEX "patient_phones_phone";--> statement-breakpoint
DROP INDEX "program_patients_patient";
