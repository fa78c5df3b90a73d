//! One of several shapes, told apart by a field: each shape has that field itself, so that it can be
//! closed and generators make one type of it.

use serde_json::{Map, Value, json};

use super::DocumentError;

const SCHEMAS: &str = "#/components/schemas/";

/// The framework writes a variant as its tag and, by reference, its shape. Here they become one schema.
pub(super) fn flatten(document: &mut Value) -> Result<(), DocumentError> {
    let Some(schemas) = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    else {
        return Ok(());
    };
    let unions: Vec<(String, String)> = schemas
        .iter()
        .filter_map(|(name, schema)| {
            let tag = schema.pointer("/discriminator/propertyName")?.as_str()?;
            Some((name.clone(), tag.to_owned()))
        })
        .collect();
    for (name, tag) in unions {
        union(schemas, &name, &tag)
            .ok_or_else(|| DocumentError::Unfit(format!("{name} is a union of unknown form")))?;
    }
    Ok(())
}

fn union(schemas: &mut Map<String, Value>, name: &str, tag: &str) -> Option<()> {
    let mapping = schemas.get(name)?.pointer("/discriminator/mapping")?;
    let mut mapping = mapping.as_object()?.clone();
    let mut variants = Vec::new();
    for (value, target) in &mut mapping {
        let wrapper = target.as_str()?.strip_prefix(SCHEMAS)?.to_owned();
        let wrapper = schemas.remove(&wrapper)?;
        let shape = wrapper.pointer("/allOf/1/$ref")?.clone();
        let schema = schemas.get_mut(shape.as_str()?.strip_prefix(SCHEMAS)?)?;
        let schema = schema.as_object_mut()?;
        let description = format!("Always `{value}`.");
        schema.get_mut("properties")?.as_object_mut()?.insert(
            tag.to_owned(),
            json!({"type": "string", "enum": [value], "description": description}),
        );
        let required = schema.entry("required").or_insert_with(|| json!([]));
        required.as_array_mut()?.insert(0, tag.into());
        variants.push(json!({"$ref": shape}));
        *target = shape;
    }
    let schema = schemas.get_mut(name)?.as_object_mut()?;
    schema.remove("type");
    schema.insert("oneOf".to_owned(), variants.into());
    let discriminator = json!({"propertyName": tag, "mapping": mapping});
    schema.insert("discriminator".to_owned(), discriminator);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(tag: &str, name: &str) -> Value {
        let kind = json!({"type": "string", "enum": [tag], "example": tag});
        json!({"allOf": [
            {"type": "object", "required": ["kind"], "properties": {"kind": kind}},
            {"$ref": format!("{SCHEMAS}{name}")},
        ]})
    }

    #[test]
    fn each_variant_has_its_tag_itself() {
        let union = json!({
            "type": "object",
            "oneOf": [{"$ref": format!("{SCHEMAS}Pet_Cat")}],
            "discriminator": {
                "propertyName": "kind", "mapping": {"cat": format!("{SCHEMAS}Pet_Cat")},
            },
        });
        let mut document = json!({"components": {"schemas": {
            "Pet": union,
            "Pet_Cat": variant("cat", "Cat"),
            "Cat": {"type": "object", "required": ["name"], "properties": {"name": {}}},
        }}});

        flatten(&mut document).unwrap();

        let cat = format!("{SCHEMAS}Cat");
        assert_eq!(
            document["components"]["schemas"],
            json!({
                "Pet": {
                    "oneOf": [{"$ref": cat}],
                    "discriminator": {"propertyName": "kind", "mapping": {"cat": cat}},
                },
                "Cat": {
                    "type": "object",
                    "required": ["kind", "name"],
                    "properties": {
                        "name": {},
                        "kind": {
                            "type": "string", "enum": ["cat"], "description": "Always `cat`.",
                        },
                    },
                },
            })
        );
    }
}
