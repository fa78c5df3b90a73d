//! How far shoppers get.

crate::words! {
    /// What a shopper has done on the way to an order, as the server knows it.
    pub enum FunnelStep {
        /// The first goods were put into an empty cart.
        CartStarted = "cart_started",
        /// An order was placed.
        OrderPlaced = "order_placed",
        /// An order was paid.
        OrderPaid = "order_paid",
    }
}
