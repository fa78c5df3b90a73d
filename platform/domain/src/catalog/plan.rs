//! What writing a product means for the rows that are there: which variants and pictures stay
//! themselves, which are new, which go.

use std::collections::HashSet;

use kernel::goods::Slug;
use kernel::ids::{CategoryId, ImageId, MerchantId, ProductId, VariantId};
use kernel::ports::Ids;

use super::draft::{ProductDraft, VariantDraft};

/// A product that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Existing {
    pub(super) id: ProductId,
    /// Those that are sold come first.
    pub(super) variants: Vec<ExistingVariant>,
    pub(super) images: Vec<ExistingImage>,
}

/// A variant that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExistingVariant {
    pub(super) id: VariantId,
    pub(super) sku: Option<String>,
    pub(super) option_values: Vec<String>,
    pub(super) is_archived: bool,
}

/// A picture that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExistingImage {
    pub(super) id: ImageId,
    pub(super) source: String,
}

/// Which rows a draft becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The product's id.
    pub(super) product_id: ProductId,
    /// Whether it is new.
    pub(super) is_new: bool,
    /// The id of each variant of the draft, and whether it is new.
    pub(super) variants: Vec<(VariantId, bool)>,
    /// Variants that stay and change their options: they must not meet while they change places.
    pub(super) moved: Vec<VariantId>,
    /// Variants that the draft leaves out and gives their options to others: they go at once.
    pub(super) replaced: Vec<VariantId>,
    /// Further variants that the draft leaves out.
    pub(super) left_out: Vec<VariantId>,
    /// The id of each picture of the draft; none for one that cannot be shown and never was.
    pub(super) images: Vec<Option<ImageId>>,
    /// Pictures that the draft leaves out.
    pub(super) images_left_out: Vec<ImageId>,
}

/// A product to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    /// Its rows.
    pub(super) plan: &'a Plan,
    /// What is in them.
    pub(super) draft: &'a ProductDraft,
    /// The last part of its address, if it is new.
    pub(super) slug: &'a Slug,
    /// The handle that its file gives it, if it is from one.
    pub(super) handle: Option<&'a str>,
    /// Who sells it.
    pub(super) merchant_id: MerchantId,
    /// Its categories, from the root.
    pub(super) categories: &'a [CategoryId],
    /// The digest of the rows it is from, if it is from a file and as it is there.
    pub(super) digest: Option<&'a [u8]>,
}

/// What is missing in a draft because it could not be read, and not because it is gone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lost {
    /// Whether rows are.
    pub(super) rows: bool,
    /// Whether pictures are.
    pub(super) images: bool,
}

impl Plan {
    /// Finds the rows of a draft. A variant is the one with its stock keeping unit and options, or
    /// else the one with its stock keeping unit, or else the one with its options; a picture is the one from the same source. What was lost on the way takes
    /// nothing away.
    pub(super) fn of(draft: &ProductDraft, existing: Option<&Existing>, lost: Lost) -> Self {
        let Some(existing) = existing else {
            return Self::of_new(draft);
        };
        let mut free: Vec<&ExistingVariant> = existing.variants.iter().collect();
        let mut found: Vec<Option<&ExistingVariant>> = vec![None; draft.variants.len()];
        for rule in [has_both, has_sku, has_options] {
            for (wanted, found) in draft.variants.iter().zip(&mut found) {
                let place = free.iter().position(|known| rule(known, wanted));
                if let (None, Some(place)) = (&found, place) {
                    *found = Some(free.remove(place));
                }
            }
        }
        let moved = found
            .iter()
            .zip(&draft.variants)
            .filter_map(|(known, wanted)| {
                known.filter(|known| !known.is_archived && !has_options(known, wanted))
            });
        let options = draft.variants.iter().map(|variant| &variant.option_values);
        let options: HashSet<&Vec<String>> = options.collect();
        let (replaced, left_out): (Vec<&&ExistingVariant>, Vec<&&ExistingVariant>) = free
            .iter()
            .filter(|known| !known.is_archived && !lost.rows)
            .partition(|known| options.contains(&known.option_values));
        let images = images(draft, &existing.images);
        Self {
            product_id: existing.id,
            is_new: false,
            moved: moved.map(|known| known.id).collect(),
            replaced: replaced.iter().map(|known| known.id).collect(),
            left_out: left_out.iter().map(|known| known.id).collect(),
            variants: found
                .iter()
                .map(|known| known.map_or_else(|| (new_variant(), true), |known| (known.id, false)))
                .collect(),
            images_left_out: images_left_out(draft, &images, &existing.images, lost),
            images,
        }
    }

    /// Whether something is left out that is there.
    pub(super) fn leaves_out(&self) -> bool {
        !self.left_out.is_empty() || !self.images_left_out.is_empty()
    }

    fn of_new(draft: &ProductDraft) -> Self {
        Self {
            product_id: ProductId::from_uuid(Ids.uuid()),
            is_new: true,
            variants: draft
                .variants
                .iter()
                .map(|_| (new_variant(), true))
                .collect(),
            moved: Vec::new(),
            replaced: Vec::new(),
            left_out: Vec::new(),
            images: images(draft, &[]),
            images_left_out: Vec::new(),
        }
    }
}

/// Several variants may share a stock keeping unit: those that keep their options stay themselves.
fn has_both(known: &ExistingVariant, wanted: &VariantDraft) -> bool {
    has_sku(known, wanted) && has_options(known, wanted)
}

fn has_sku(known: &ExistingVariant, wanted: &VariantDraft) -> bool {
    wanted.sku.is_some() && known.sku == wanted.sku
}

fn has_options(known: &ExistingVariant, wanted: &VariantDraft) -> bool {
    known.option_values == wanted.option_values
}

fn images(draft: &ProductDraft, existing: &[ExistingImage]) -> Vec<Option<ImageId>> {
    let mut used = HashSet::new();
    let mut ids = Vec::with_capacity(draft.images.len());
    for image in &draft.images {
        let known = existing
            .iter()
            .find(|known| known.source == image.source && !used.contains(&known.id));
        let id = match known {
            Some(known) => Some(known.id),
            None if image.is_missing => None,
            None => Some(ImageId::from_uuid(Ids.uuid())),
        };
        used.extend(id);
        ids.push(id);
    }
    ids
}

/// A picture that cannot be found may be one that is there under another name: then none goes.
fn images_left_out(
    draft: &ProductDraft,
    images: &[Option<ImageId>],
    existing: &[ExistingImage],
    lost: Lost,
) -> Vec<ImageId> {
    if lost.rows || lost.images || draft.images.iter().any(|image| image.is_missing) {
        return Vec::new();
    }
    let kept: HashSet<&ImageId> = images.iter().flatten().collect();
    let known = existing.iter().map(|image| image.id);
    known.filter(|id| !kept.contains(id)).collect()
}

fn new_variant() -> VariantId {
    VariantId::from_uuid(Ids.uuid())
}

#[cfg(test)]
mod tests {
    use kernel::product::ProductText;

    use super::*;
    use crate::catalog::ProductStatus;
    use crate::catalog::draft::{ImageDraft, StockDraft};

    fn draft(variants: &[(&str, &str)], images: &[&str]) -> ProductDraft {
        ProductDraft {
            slug: Slug::parse("mug").unwrap(),
            text: ProductText::default(),
            status: ProductStatus::Active,
            category: Vec::new(),
            options: vec!["Colour".to_owned()],
            variants: variants
                .iter()
                .map(|(sku, colour)| VariantDraft {
                    sku: Some((*sku).to_owned()).filter(|sku| !sku.is_empty()),
                    option_values: vec![(*colour).to_owned()],
                    barcode: None,
                    weight_grams: 0,
                    requires_shipping: true,
                    is_taxable: true,
                    price: None,
                    stock: StockDraft::Untracked,
                    image: None,
                })
                .collect(),
            images: images
                .iter()
                .map(|source| ImageDraft {
                    source: (*source).to_owned(),
                    alt: String::new(),
                    alts: std::collections::BTreeMap::new(),
                    picture: None,
                    is_missing: false,
                })
                .collect(),
        }
    }

    /// The catalogue after a draft has been written.
    fn written(plan: &Plan, draft: &ProductDraft) -> Existing {
        let variants = plan.variants.iter().zip(&draft.variants);
        let images = plan.images.iter().zip(&draft.images);
        Existing {
            id: plan.product_id,
            variants: variants
                .map(|((id, _), variant)| ExistingVariant {
                    id: *id,
                    sku: variant.sku.clone(),
                    option_values: variant.option_values.clone(),
                    is_archived: false,
                })
                .collect(),
            images: images
                .filter_map(|(id, image)| {
                    Some(ExistingImage {
                        id: (*id)?,
                        source: image.source.clone(),
                    })
                })
                .collect(),
        }
    }

    #[test]
    fn everything_keeps_its_id_when_nothing_changes() {
        let draft = draft(&[("M1", "Blue"), ("", "Red")], &["a", "b"]);
        let first = Plan::of(&draft, None, Lost::default());

        let second = Plan::of(&draft, Some(&written(&first, &draft)), Lost::default());

        let same: Vec<_> = first.variants.iter().map(|(id, _)| (*id, false)).collect();
        assert_eq!(second.variants, same);
        assert_eq!(second.images, first.images);
        assert_eq!(second.product_id, first.product_id);
        assert!(second.moved.is_empty() && !second.leaves_out());
    }

    #[test]
    fn the_stock_keeping_unit_goes_before_the_options() {
        let before = draft(&[("M1", "Blue"), ("M2", "Red")], &[]);
        let first = Plan::of(&before, None, Lost::default());
        let existing = written(&first, &before);

        let swapped = Plan::of(
            &draft(&[("M1", "Red"), ("M2", "Blue")], &[]),
            Some(&existing),
            Lost::default(),
        );
        let renamed = Plan::of(
            &draft(&[("N1", "Blue"), ("M2", "Red")], &[]),
            Some(&existing),
            Lost::default(),
        );

        let ids: Vec<VariantId> = first.variants.iter().map(|(id, _)| *id).collect();
        assert_eq!(swapped.variants, [(ids[0], false), (ids[1], false)]);
        assert_eq!(swapped.moved, ids);
        assert_eq!(renamed.variants, [(ids[0], false), (ids[1], false)]);
        assert!(renamed.moved.is_empty());
    }

    #[test]
    fn what_is_gone_is_archived_unless_rows_were_lost_and_comes_back_as_itself() {
        let before = draft(&[("M1", "Blue"), ("M2", "Red")], &["a", "b"]);
        let first = Plan::of(&before, None, Lost::default());
        let mut existing = written(&first, &before);
        let less = draft(&[("M1", "Blue")], &["b"]);

        let plan = Plan::of(&less, Some(&existing), Lost::default());
        assert_eq!(plan.left_out, [first.variants[1].0]);
        assert_eq!(plan.images, [first.images[1]]);
        assert_eq!(plan.images_left_out, first.images[0].as_slice());
        let rows = Lost {
            rows: true,
            images: false,
        };
        assert!(!Plan::of(&less, Some(&existing), rows).leaves_out());
        let images = Lost {
            rows: false,
            images: true,
        };
        let plan = Plan::of(&less, Some(&existing), images);
        assert_eq!(plan.left_out, [first.variants[1].0]);
        assert!(plan.images_left_out.is_empty());

        existing.variants[1].is_archived = true;
        let again = Plan::of(&before, Some(&existing), Lost::default());
        assert_eq!(again.variants[1], (first.variants[1].0, false));
        assert!(again.moved.is_empty() && !again.leaves_out());
    }

    #[test]
    fn a_picture_that_is_not_found_keeps_its_row_and_takes_no_other_away() {
        let before = draft(&[("M1", "Blue")], &["a", "b"]);
        let first = Plan::of(&before, None, Lost::default());
        let mut after = draft(&[("M1", "Blue")], &["a", "c"]);
        for image in &mut after.images {
            image.is_missing = true;
        }

        let plan = Plan::of(&after, Some(&written(&first, &before)), Lost::default());

        assert_eq!(plan.images, [first.images[0], None]);
        assert!(plan.images_left_out.is_empty());
    }

    #[test]
    fn a_variant_whose_options_another_gets_makes_room_at_once() {
        let before = draft(&[("M1", "Blue"), ("M2", "Red"), ("M3", "Green")], &[]);
        let first = Plan::of(&before, None, Lost::default());
        let after = draft(&[("M1", "Red")], &[]);

        let plan = Plan::of(&after, Some(&written(&first, &before)), Lost::default());

        assert_eq!(plan.variants, [(first.variants[0].0, false)]);
        assert_eq!(plan.replaced, [first.variants[1].0]);
        assert_eq!(plan.left_out, [first.variants[2].0]);
    }
}
