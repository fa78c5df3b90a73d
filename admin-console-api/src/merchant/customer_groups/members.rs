//! Who is in a customer group.

use domain::catalog;
use gateway::{ApiResult, Cursor, Limit, Page, Staff};
use kernel::ids::{CustomerGroupId, UserId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct CustomerGroupMembersApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl CustomerGroupMembersApi {
    /// List a customer group's members
    ///
    /// Those who signed up first come first.
    #[oai(
        path = "/customer-groups/:customer_group_id/members",
        method = "get",
        operation_id = "admin_list_customer_group_members"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<CustomerGroupMember>>> {
        let caller = staff.caller();
        let list = format!(
            "{}/group_members/{}",
            caller.tenant_id(),
            customer_group_id.0
        );
        let page = (cursor.0.read(&list)?, limit.0.get());
        let catalog = &self.0.catalog;
        let (found, is_more) = catalog
            .group_members(caller, customer_group_id.0, page)
            .await?;
        let next = found.last().filter(|_| is_more).map(|it| it.customer_id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// Add members to a customer group
    ///
    /// All of them or none. A customer who is a member already stays one.
    #[oai(
        path = "/customer-groups/:customer_group_id/members",
        method = "post",
        operation_id = "admin_add_customer_group_members"
    )]
    async fn add(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
        body: Json<AddCustomerGroupMembers>,
    ) -> ApiResult<MembersChanged> {
        let customers = &body.0.customer_ids;
        self.0
            .catalog
            .add_group_members(staff.caller(), customer_group_id.0, customers)
            .await?;
        Ok(MembersChanged::Done)
    }

    /// Remove a member from a customer group
    ///
    /// The customer pays list prices again, and does not see the group's products any more.
    #[oai(
        path = "/customer-groups/:customer_group_id/members/:customer_id",
        method = "delete",
        operation_id = "admin_remove_customer_group_member"
    )]
    async fn remove(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
        /// Id of the customer.
        customer_id: Path<UserId>,
    ) -> ApiResult<MembersChanged> {
        let member = (customer_group_id.0, customer_id.0);
        self.0
            .catalog
            .remove_group_member(staff.caller(), member)
            .await?;
        Ok(MembersChanged::Done)
    }
}

/// Customers to add.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AddCustomerGroupMembers {
    /// Ids of customers, 1 to 500.
    customer_ids: Vec<UserId>,
}

/// A customer in a group.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CustomerGroupMember {
    /// Customer id.
    customer_id: UserId,
    /// E-mail address to sign in with.
    email: String,
    /// When the customer was added.
    added_at: OffsetDateTime,
}

/// Response of add and remove.
#[derive(ApiResponse)]
enum MembersChanged {
    /// The group has the members it should have.
    #[oai(status = 204)]
    Done,
}

impl From<catalog::GroupMember> for CustomerGroupMember {
    fn from(member: catalog::GroupMember) -> Self {
        Self {
            customer_id: member.customer_id,
            email: member.email,
            added_at: member.added_at,
        }
    }
}
