"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { Textarea } from "@/components/ui/textarea";
import { useFieldErrors, useFieldValue } from "./form-state";

type Named<P> = Omit<P, "errors" | "name"> & { name: string };

/** The fields of an ActionForm: they show its errors and what was typed. */
export function FormText(props: Named<ComponentProps<typeof TextField>>) {
  const errors = useFieldErrors(props.name);
  const typed = useFieldValue(props.name);
  return <TextField {...props} {...kept(props, typed)} errors={errors} />;
}

export function FormTextarea(props: Named<ComponentProps<typeof Textarea>>) {
  const errors = useFieldErrors(props.name);
  const typed = useFieldValue(props.name);
  return <Textarea {...props} {...kept(props, typed)} errors={errors} />;
}

export function FormSelect(props: Named<ComponentProps<typeof Select>>) {
  const errors = useFieldErrors(props.name);
  const typed = useFieldValue(props.name);
  return <Select {...props} {...kept(props, typed)} errors={errors} />;
}

export function FormCheckbox(props: Named<ComponentProps<typeof Checkbox>>) {
  const errors = useFieldErrors(props.name);
  const typed = useFieldValue(props.name);
  const checked = typed === undefined ? props.defaultChecked : typed === (props.value ?? "on");
  return <Checkbox {...props} defaultChecked={checked} errors={errors} />;
}

export function FormRadios(props: Named<ComponentProps<typeof RadioGroup>>) {
  const errors = useFieldErrors(props.name);
  const typed = useFieldValue(props.name);
  return <RadioGroup {...props} defaultValue={typed ?? props.defaultValue} errors={errors} />;
}

function kept<V>(props: { value?: V; defaultValue?: V }, typed: string | undefined) {
  return props.value === undefined ? { defaultValue: typed ?? props.defaultValue } : {};
}
