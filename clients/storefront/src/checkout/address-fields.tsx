import { useMemo, useState, type ReactNode } from "react";
import { Choice, Field } from "../form/field.tsx";
import { fieldError } from "../form/field-error.ts";
import { fieldTexts, type FieldKey } from "../form/texts.ts";
import type { Address } from "../sdk.ts";
import { useShop, useTexts } from "../shop/context.ts";
import type { Failure } from "../shop/failure.ts";
import { countryNames, postalLabel, regionLabel, rulesOf } from "./countries.ts";

const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "company",
  "street_name",
  "second_line",
  "postal_code",
  "city",
  "region",
  "phone",
] as const;

interface Props {
  initial: Partial<Address>;
  failure: Failure | undefined;
  /** Where the address is in the request. */
  at?: string;
  /** Which address browsers fill in; none: any. */
  section?: string;
  /** What the names of the fields begin with, where a form has two addresses. */
  prefix?: string;
  hasPhone?: boolean;
}

/** The fields that addresses of the chosen country have. */
export function AddressFields({ initial, failure, at = "/address", section = "", prefix = "", hasPhone = true }: Props): ReactNode {
  const t = useTexts(fieldTexts);
  const { store } = useShop();
  const [country, setCountry] = useState(initial.country ?? store.country);
  const countries = useMemo(() => countryNames(store.locale), [store.locale]);
  const rules = rulesOf(country);
  const field = (name: keyof Address, label: FieldKey, autoComplete: string, required = false) => ({
    name: prefix + name,
    label: t(label),
    autoComplete: `${section}${autoComplete}`,
    defaultValue: initial[name] ?? "",
    required,
    error: fieldError(failure, `${at}/${name}`, t, rules.example),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        {...field("country", "field.country", "country", true)}
        defaultValue={undefined}
        value={country}
        onChange={(event) => setCountry(event.target.value)}
        className="sm:col-span-2"
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Field {...field("first_name", "field.first_name", "given-name", true)} />
      <Field {...field("last_name", "field.last_name", "family-name")} />
      <Field {...field("company", "field.company", "organization")} className="sm:col-span-2" />
      <Field {...field("street_name", "field.street_name", "address-line1", true)} className="sm:col-span-2" />
      <Field {...field("second_line", "field.second_line", "address-line2")} className="sm:col-span-2" />
      {rules.fields.includes("Z") && (
        <Field {...field("postal_code", postalLabel(rules), "postal-code", rules.required.includes("Z"))} />
      )}
      {rules.fields.includes("C") && <Field {...field("city", "field.city", "address-level2", rules.required.includes("C"))} />}
      {rules.fields.includes("S") && (
        <Region key={country} {...field("region", regionLabel(rules), "address-level1", rules.required.includes("S"))} choices={rules.choices} />
      )}
      {hasPhone && <Field {...field("phone", "field.phone", "tel")} type="tel" hint={t("field.phone_hint")} className="sm:col-span-2" />}
    </div>
  );
}

/** The address of a form. Fields that were left empty are absent. */
export function addressOf(values: Record<string, string>, prefix = ""): Address {
  const valueOf = (name: string): string => values[prefix + name] ?? "";
  const filled = ADDRESS_FIELDS.flatMap((name) => (valueOf(name) ? [[name, valueOf(name)] as const] : []));
  return { street_name: "", country: valueOf("country"), ...Object.fromEntries(filled) };
}

interface RegionProps {
  name: string;
  label: string;
  autoComplete: string;
  defaultValue: string;
  required: boolean;
  error: string | undefined;
  choices: readonly (readonly string[])[] | undefined;
}

function Region({ choices, ...field }: RegionProps): ReactNode {
  const t = useTexts(fieldTexts);
  if (!choices) return <Field {...field} />;
  return (
    <Choice {...field}>
      <option value="">{t("field.choose")}</option>
      {choices.map(([value = "", name = value]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
