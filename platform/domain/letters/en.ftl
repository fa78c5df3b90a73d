# What letters and text messages say, in English.
#
# A letter is its subject, two paragraphs and the label of its link; the first paragraph stands after "Hello,". Each
# stands on one line, however long. The names that begin with $ are what letters are told; brand is in every one.
# `platform/domain/src/notifications/words` lists them all, and its tests compare the languages.

-code-is-secret = It is good once, for 10 minutes. Tell it to nobody: we never ask for it. If it was not you, ignore this e-mail.
-confirm-address = Confirm the address
-new-password = Choose a new password
-show-order = Show the order
-sign-in = Sign in
-unexpected = If you did not expect this, choose a new password at once and tell the owner of the store.
-visit-store = Visit the store

## Every letter

greeting = Hello,
greeting_by_name = Hello { $name },

## Accounts

confirm_email = Confirm your e-mail address at { $brand }
    .first = you (or someone using this address) signed up for an account at { $brand }. Confirm the address to open the account.
    .second = The link expires in 24 hours. If you did not sign up, do not follow it: no account is opened then.
    .label = { -confirm-address }
has_account = You already have an account at { $brand }
    .first = you (or someone using this address) signed up for an account at { $brand }. You have one already.
    .second = Sign in with your password. If you do not remember it, choose a new one: the link expires in 30 minutes. If you did not sign up, ignore this e-mail.
    .label = { -new-password }
customer_invitation = Your account at { $brand }
    .first = { $brand } has opened an account for you. Choose a password to see your orders and to order faster.
    .second = The link expires in 7 days. If you do not want the account, you need not do anything: nobody can use it without a password.
    .label = Choose a password
reset_password = Choose a new password for { $brand }
    .first = we received a request to reset the password of your account at { $brand }. Choose a new one.
    .second = The link expires in 30 minutes. If you did not ask for it, ignore this e-mail: your password does not change.
    .label = { -new-password }
password_changed = Your password at { $brand } was changed
    .first = the password of your account at { $brand } was changed, and every other device was signed out.
    .second = If it was not you, choose a new password at once.
    .label = { -new-password }
login_code = { $code } is your code for { $brand }
    .first = sign in to your account at { $brand } with the code { $code }.
    .second = { -code-is-secret }
    .label = { -sign-in }
new_device = New sign-in at { $brand }
    .first = somebody signed in to your account at { $brand } on a device that it is not signed in on yet: { $device }.
    .second = If it was you, there is nothing to do. If not, choose a new password at once: every device is signed out then.
    .label = { -new-password }
device_unknown = it does not say what it is
session_revoked = You were signed out at { $brand }
    .first = a sign-in of yours was used in two places at once. Someone else may have copied it, so we signed that device out.
    .second = Sign in again. If you notice anything you did not do, choose a new password.
    .label = { -sign-in }
account_deleted = Your account at { $brand } was deleted
    .first = your account at { $brand } was deleted, as you asked. Your orders are kept for as long as the law requires.
    .second = If it was not you, write to us. You can have a new account at any time.
    .label = { -visit-store }
confirm_new_email = Confirm your new e-mail address at { $brand }
    .first = you (or someone using this address) asked to use it for an account at { $brand }. Confirm it to sign in with it from now on.
    .second = The link expires in 24 hours. If you did not ask for it, do not follow it: nothing changes then.
    .label = { -confirm-address }
new_email_taken = You already have an account at { $brand }
    .first = you (or someone using this address) asked to use it for another account at { $brand }. You have one with it already.
    .second = Sign in with it. To use the address for another account, change it in this one or delete this one first. If it was not you, ignore this e-mail.
    .label = { -sign-in }
email_changed = Your e-mail address at { $brand } was changed
    .first = your account at { $brand } has another e-mail address now. You sign in with the new one, and letters go there.
    .second = If it was not you, undo it within 72 hours: the account gets this address again, every device is signed out, and we send you a link to choose a new password.
    .label = Undo the change

## Guests

order_code = { $code } is your code for order { $number } at { $brand }
    .first = see your order { $number } at { $brand } with the code { $code }.
    .second = { -code-is-secret }
    .label = { -show-order }
newsletter_confirmation = Confirm the newsletter of { $brand }
    .first = you (or someone using this address) asked for the newsletter of { $brand }. Confirm the address to get it.
    .second = The link expires in 24 hours. If you did not ask for it, do not follow it: nothing is sent then.
    .label = Confirm the newsletter
newsletter_welcome = You get the newsletter of { $brand }
    .first = you confirmed that you want the newsletter of { $brand }. You can end it at any time, with the link below or with the one in each letter.
    .second = If it was not you, end it with the link: it works at once and needs no sign-in.
    .label = Unsubscribe

## Orders

more = { $count } more
order_confirmed = Order { $number } at { $brand } is confirmed
    .first = thank you for your order { $number }: { $goods }. The total of { $total } is paid.
    .second = Keep this e-mail: its link shows the order and its parcels on any device. Anyone with the link can open it.
    .label = { -show-order }
order_authorized = Order { $number } at { $brand } is confirmed
    .first = thank you for your order { $number }: { $goods }. Your bank has approved the payment of { $total }; nothing is charged yet.
    .second = Keep this e-mail: its link shows the order and its parcels on any device. Anyone with the link can open it.
    .label = { -show-order }
order_shipped = Order { $number } at { $brand } was shipped
    .first = a parcel of your order { $number } is on its way: { $goods }.
    .second = The order page shows when it is delivered.
    .label = { -show-order }
tracking_carrier = The carrier is { $carrier }
tracking_number = The tracking number is { $number }
tracking_page = Track the parcel at { $url }
order_delivered = Order { $number } at { $brand } was delivered
    .first = a parcel of your order { $number } was delivered: { $goods }.
    .second = If it did not reach you, or something in it is damaged, write to us.
    .label = { -show-order }
order_cancelled = Order { $number } at { $brand } was cancelled
    .first = your order { $number } was cancelled: { $goods }.
    .second = Nothing is charged. You can order again at any time.
    .label = { -show-order }
order_units_cancelled = Order { $number } at { $brand } was changed
    .first = this was cancelled from your order { $number }: { $goods }.
    .second = If you have questions, write to us.
    .label = { -show-order }
order_units_left_out = You are not charged for it.
order_units_refunded = We refund { $amount } to the card or account that you paid with.
order_refunded = Order { $number } at { $brand } was refunded
    .first = we refunded { $amount } for your order { $number }.
    .second = It reaches the card or account that you paid with within a few days.
    .label = { -show-order }
return_approved = Return of order { $number } at { $brand } is approved
    .first = you can send this back from your order { $number }: { $goods }.
    .second = The store refunds you when it has arrived.
    .label = { -show-order }
return_rejected = Return of order { $number } at { $brand } is not possible
    .first = the store does not take this back from your order { $number }: { $goods }.
    .second = If you do not agree, write to the store.
    .label = { -show-order }
return_received = Return of order { $number } at { $brand } has arrived
    .first = this has come back from your order { $number }: { $goods }.
    .second = You hear from us when the refund is on its way.
    .label = { -show-order }
review_invitation = How do you like what you bought at { $brand }?
    .first = your order { $number } has arrived: { $goods }. Tell other shoppers how you like it; the link needs no sign-in.
    .second = Good and bad reviews are treated alike, and you get nothing for one. This is the only e-mail that asks you to review this order.
    .label = Write a review

## Staff

staff_invitation = You are invited to work for { $brand }
    .first = you are invited to the staff of { $brand }. Accept the invitation to sign in to its admin API and console.
    .second = The link expires in 7 days. If you did not expect it, ignore this e-mail: nothing happens then.
    .label = Accept the invitation
staff_reset_password = Choose a new password for the staff of { $brand }
    .first = a new password was requested for your staff account at { $brand }. Choose one.
    .second = The link expires in 30 minutes. If it was not you, ignore this e-mail: your password stays as it is.
    .label = { -new-password }
staff_password_changed = Your staff password was changed ({ $brand })
    .first = the password of your staff account was changed, and every device was signed out.
    .second = { -unexpected }
    .label = { -new-password }
staff_second_factor_added = A second factor was added to your staff account ({ $brand })
    .first = signing in to your staff account needs a code of your authenticator app from now on.
    .second = { -unexpected }
    .label = { -new-password }
staff_second_factor_removed = The second factor of your staff account was removed ({ $brand })
    .first = signing in to your staff account needs no code any more.
    .second = { -unexpected }
    .label = { -new-password }
staff_session_revoked = You were signed out ({ $brand })
    .first = a sign-in of your staff account was used in two places. Someone else may have copied it, so we signed that device out.
    .second = { -unexpected }
    .label = { -new-password }
operator_access = Platform support was given access to { $brand }
    .first =
        somebody who runs the platform may { $may ->
            [write] read and change
           *[read] read
        } the data of { $brand } until { $until }. Ticket { $ticket }: { $reason }
    .second = Each of their requests is in your audit log. You can end the access at any time (DELETE /admin/v1/operator-access/…).
    .label = { -visit-store }
new_order = New order { $number } at { $brand }
    .first = order { $number } is paid, { $total }: { $goods }.
    .second = Ship it, and create a fulfillment in the order: the shopper is told by e-mail.
    .label = { -show-order }
new_order_authorized = New order { $number } at { $brand }
    .first = the payment of order { $number } is authorized until { $until }, { $total }: { $goods }.
    .second = Nothing is charged until it is captured: by you, or when everything is shipped, as your payment settings say.
    .label = { -show-order }
authorization_ends = Order { $number } is to be captured by { $until }
    .first = the authorization of { $total } for order { $number } ends on { $until }, and the money is not captured yet.
    .second = Capture it, or ship the order if it is captured then. If nothing is shipped by then, the order is cancelled and its stock goes back.
    .label = { -show-order }
low_stock =
    { $units ->
        [0] Sold out
       *[other] Low stock
    }: { $name }{ $others ->
        [0] {""}
       *[other] {" "}(+{ $others } more)
    }
    .first = these variants run low or are sold out at { $brand }: { $variants }.
    .second = Change the low-stock thresholds, or see the stock alerts, in the admin API.
    .label = { -visit-store }
low_stock_variant =
    { $name } ({ $units ->
        [0] sold out
       *[other] { $units } left
    })
dispute = Order { $number } at { $brand } is disputed
    .first =
        the shopper's bank disputes { $amount } of order { $number }. Reason: { $reason ->
            [fraudulent] fraud
            [credit_not_processed] credit not received
            [duplicate] charged twice
            [general] none given
            [unrecognized] payment not recognised
           *[other] { $words }
        }. { $deadline }
    .second = Without evidence in time the dispute is lost, and each merchant bears its share of the amount. The order shows the dispute's status.
    .label = { -show-order }
dispute_deadline = Submit evidence to the payment provider by { $due_by }.
dispute_deadline_unknown = Submit evidence to the payment provider within a few days.

## Text messages

text_shipped = { $brand }: a parcel of your order { $number } is on its way.
text_delivered = { $brand }: a parcel of your order { $number } was delivered.
