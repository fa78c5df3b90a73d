//! Returns of an account's orders: what the order's token opens, for the shopper who is signed in.

use kernel::Caller;
use kernel::ids::{OrderId, ReturnId};

use super::service::{MAX_PAGE, SHOPPER, lock};
use super::{ListReturns, RequestReturn, RequestedReturn, Return, ReturnError, store};
use crate::orders::Orders;
use crate::orders::service::{of_account, own};

impl Orders {
    /// Asks for a return of an order of the caller's account. The store decides.
    pub async fn request_return_of_account(
        &self,
        caller: &Caller,
        command: RequestReturn,
    ) -> Result<RequestedReturn, ReturnError> {
        let user_id = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let order = of_account(&mut tx, user_id, command.order_id).await?;
        self.create_return(tx, (SHOPPER, Some(order.storefront_id)), command)
            .await
    }

    /// The returns of an order of the caller's account, the newest first.
    pub async fn returns_of_account(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<Return>, ReturnError> {
        let user_id = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        of_account(&mut tx, user_id, order_id).await?;
        let query = ListReturns {
            order_id: Some(order_id),
            ..ListReturns::default()
        };
        Ok(store::list(&mut tx, &query, i64::from(MAX_PAGE)).await?)
    }

    /// Calls off a return of an order of the caller's account, of which nothing came yet.
    pub async fn cancel_return_of_account(
        &self,
        caller: &Caller,
        order_id: OrderId,
        id: ReturnId,
    ) -> Result<Return, ReturnError> {
        let user_id = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        of_account(&mut tx, user_id, order_id).await?;
        let (order, found) = lock(&mut tx, id).await?;
        if order.id != order_id {
            return Err(ReturnError::NotFound(id));
        }
        self.cancel(tx, found).await
    }
}
