# Was Briefe und Textnachrichten sagen, auf Deutsch; wie die Datei zu lesen ist, steht in der englischen.

-code-is-secret = Er gilt einmal, 10 Minuten lang. Nennen Sie ihn niemandem: Wir fragen nie danach. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.
-confirm-address = Adresse bestätigen
-new-password = Neues Passwort wählen
-show-order = Bestellung ansehen
-sign-in = Anmelden
-unexpected = Wenn Sie das nicht erwartet haben, wählen Sie sofort ein neues Passwort und sagen Sie es dem Inhaber des Ladens.
-visit-store = Zum Laden

## Jeder Brief

greeting = Guten Tag,
greeting_by_name = Guten Tag { $name },

## Konten

confirm_email = Bestätigen Sie Ihre E-Mail-Adresse bei { $brand }
    .first = Sie (oder jemand mit dieser E-Mail-Adresse) haben ein Konto bei { $brand } angelegt. Bestätigen Sie die Adresse, um das Konto zu eröffnen.
    .second = Der Link gilt 24 Stunden. Wenn Sie es nicht waren, folgen Sie ihm nicht: Dann wird kein Konto eröffnet.
    .label = { -confirm-address }
has_account = Sie haben schon ein Konto bei { $brand }
    .first = Sie (oder jemand mit dieser E-Mail-Adresse) wollten ein Konto bei { $brand } anlegen. Sie haben schon eines.
    .second = Melden Sie sich mit Ihrem Passwort an. Wenn Sie es vergessen haben, wählen Sie ein neues: Der Link gilt 30 Minuten. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.
    .label = { -new-password }
customer_invitation = Ihr Konto bei { $brand }
    .first = { $brand } hat für Sie ein Konto eröffnet. Wählen Sie ein Passwort, um Ihre Bestellungen zu sehen und schneller zu bestellen.
    .second = Der Link gilt 7 Tage. Wenn Sie das Konto nicht möchten, müssen Sie nichts tun: Ohne Passwort kann es niemand benutzen.
    .label = Passwort wählen
reset_password = Wählen Sie ein neues Passwort für { $brand }
    .first = für Ihr Konto bei { $brand } wurde ein neues Passwort angefordert. Wählen Sie eines.
    .second = Der Link gilt 30 Minuten. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.
    .label = { -new-password }
password_changed = Ihr Passwort bei { $brand } wurde geändert
    .first = das Passwort Ihres Kontos bei { $brand } wurde geändert, und jedes andere Gerät wurde abgemeldet.
    .second = Wenn Sie es nicht waren, wählen Sie sofort ein neues Passwort.
    .label = { -new-password }
login_code = { $code } ist Ihr Code für { $brand }
    .first = melden Sie sich mit dem Code { $code } an Ihrem Konto bei { $brand } an.
    .second = { -code-is-secret }
    .label = { -sign-in }
new_device = Neue Anmeldung bei { $brand }
    .first = an Ihrem Konto bei { $brand } hat sich jemand mit einem neuen Gerät angemeldet: { $device }.
    .second = Wenn Sie es waren, ist nichts zu tun. Wenn nicht, wählen Sie sofort ein neues Passwort: Dann wird jedes Gerät abgemeldet.
    .label = { -new-password }
device_unknown = es sagt nicht, was es ist
session_revoked = Sie wurden bei { $brand } abgemeldet
    .first = eine Anmeldung von Ihnen wurde an zwei Stellen zugleich benutzt. Vielleicht hat sie jemand kopiert, darum haben wir dieses Gerät abgemeldet.
    .second = Melden Sie sich neu an. Wenn Ihnen etwas auffällt, das Sie nicht getan haben, wählen Sie ein neues Passwort.
    .label = { -sign-in }
account_deleted = Ihr Konto bei { $brand } wurde gelöscht
    .first = Ihr Konto bei { $brand } wurde gelöscht, wie Sie es wollten. Ihre Bestellungen bewahren wir so lange auf, wie das Gesetz es verlangt.
    .second = Wenn Sie es nicht waren, schreiben Sie uns. Ein neues Konto können Sie jederzeit haben.
    .label = { -visit-store }
confirm_new_email = Bestätigen Sie Ihre neue E-Mail-Adresse bei { $brand }
    .first = Sie (oder jemand mit dieser E-Mail-Adresse) wollen sie für ein Konto bei { $brand } benutzen. Bestätigen Sie sie, um sich künftig mit ihr anzumelden.
    .second = Der Link gilt 24 Stunden. Wenn Sie es nicht waren, folgen Sie ihm nicht: Dann ändert sich nichts.
    .label = { -confirm-address }
new_email_taken = Sie haben schon ein Konto bei { $brand }
    .first = Sie (oder jemand mit dieser E-Mail-Adresse) wollten sie für ein anderes Konto bei { $brand } benutzen. Sie haben schon eines mit ihr.
    .second = Melden Sie sich mit ihr an. Um sie für ein anderes Konto zu benutzen, ändern Sie sie in diesem oder löschen Sie es zuerst. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.
    .label = { -sign-in }
email_changed = Ihre E-Mail-Adresse bei { $brand } wurde geändert
    .first = Ihr Konto bei { $brand } hat jetzt eine andere E-Mail-Adresse. Mit ihr melden Sie sich an, und dorthin gehen unsere E-Mails.
    .second = Wenn Sie es nicht waren, machen Sie es binnen 72 Stunden rückgängig: Das Konto bekommt wieder diese Adresse, jedes Gerät wird abgemeldet, und Sie erhalten einen Link, um ein neues Passwort zu wählen.
    .label = Änderung rückgängig machen

## Gäste

order_code = { $code } ist Ihr Code für die Bestellung { $number } bei { $brand }
    .first = mit dem Code { $code } sehen Sie Ihre Bestellung { $number } bei { $brand }.
    .second = { -code-is-secret }
    .label = { -show-order }
newsletter_confirmation = Bestätigen Sie den Newsletter von { $brand }
    .first = Sie (oder jemand mit dieser E-Mail-Adresse) möchten den Newsletter von { $brand } erhalten. Bestätigen Sie die Adresse, um ihn zu erhalten.
    .second = Der Link gilt 24 Stunden. Wenn Sie es nicht waren, folgen Sie ihm nicht: Dann senden wir nichts.
    .label = Newsletter bestätigen
newsletter_welcome = Sie erhalten den Newsletter von { $brand }
    .first = Sie haben bestätigt, dass Sie den Newsletter von { $brand } erhalten möchten. Sie können ihn jederzeit abbestellen, mit dem Link hier oder dem in jeder E-Mail.
    .second = Wenn Sie es nicht waren, bestellen Sie ihn mit dem Link ab: Das wirkt sofort und braucht keine Anmeldung.
    .label = Abbestellen

## Bestellungen

more = { $count } weitere
order_confirmed = Bestellung { $number } bei { $brand } ist bestätigt
    .first = vielen Dank für Ihre Bestellung { $number }: { $goods }. Der Betrag von { $total } ist bezahlt.
    .second = Bewahren Sie diese E-Mail auf: Ihr Link zeigt die Bestellung und ihre Pakete auf jedem Gerät. Wer den Link hat, kann sie öffnen.
    .label = { -show-order }
order_authorized = Bestellung { $number } bei { $brand } ist bestätigt
    .first = vielen Dank für Ihre Bestellung { $number }: { $goods }. Ihre Bank hat die Zahlung von { $total } freigegeben; es ist noch nichts abgebucht.
    .second = Bewahren Sie diese E-Mail auf: Ihr Link zeigt die Bestellung und ihre Pakete auf jedem Gerät. Wer den Link hat, kann sie öffnen.
    .label = { -show-order }
order_shipped = Bestellung { $number } bei { $brand } wurde versandt
    .first = ein Paket Ihrer Bestellung { $number } ist unterwegs: { $goods }.
    .second = Die Bestellseite zeigt, wann es zugestellt ist.
    .label = { -show-order }
tracking_carrier = Es kommt mit { $carrier }
tracking_number = Die Sendungsnummer ist { $number }
tracking_page = Verfolgen Sie das Paket unter { $url }
order_delivered = Bestellung { $number } bei { $brand } wurde zugestellt
    .first = ein Paket Ihrer Bestellung { $number } wurde zugestellt: { $goods }.
    .second = Wenn es nicht bei Ihnen ist oder etwas beschädigt ist, schreiben Sie uns.
    .label = { -show-order }
order_cancelled = Bestellung { $number } bei { $brand } wurde storniert
    .first = Ihre Bestellung { $number } wurde storniert: { $goods }.
    .second = Es wird nichts abgebucht. Sie können jederzeit neu bestellen.
    .label = { -show-order }
order_units_cancelled = Bestellung { $number } bei { $brand } wurde geändert
    .first = dies wurde aus Ihrer Bestellung { $number } storniert: { $goods }.
    .second = Wenn Sie Fragen haben, schreiben Sie uns.
    .label = { -show-order }
order_units_left_out = Es wird Ihnen nicht berechnet.
order_units_refunded = Wir erstatten { $amount } auf die Karte oder das Konto, mit dem Sie bezahlt haben.
order_refunded = Bestellung { $number } bei { $brand } wurde erstattet
    .first = wir haben { $amount } für Ihre Bestellung { $number } erstattet.
    .second = Der Betrag erreicht die Karte oder das Konto, mit dem Sie bezahlt haben, in wenigen Tagen.
    .label = { -show-order }
return_approved = Die Rücksendung zu Bestellung { $number } bei { $brand } ist möglich
    .first = Sie können dies aus Ihrer Bestellung { $number } zurücksenden: { $goods }.
    .second = Sie erhalten die Erstattung, wenn es angekommen ist.
    .label = { -show-order }
return_rejected = Die Rücksendung zu Bestellung { $number } bei { $brand } ist nicht möglich
    .first = der Laden nimmt dies aus Ihrer Bestellung { $number } nicht zurück: { $goods }.
    .second = Wenn Sie nicht einverstanden sind, schreiben Sie dem Laden.
    .label = { -show-order }
return_received = Die Rücksendung zu Bestellung { $number } bei { $brand } ist angekommen
    .first = dies ist aus Ihrer Bestellung { $number } zurückgekommen: { $goods }.
    .second = Sie hören von uns, wenn die Erstattung unterwegs ist.
    .label = { -show-order }
review_invitation = Wie gefällt Ihnen Ihr Einkauf bei { $brand }?
    .first = Ihre Bestellung { $number } ist da: { $goods }. Sagen Sie anderen Käufern, wie sie Ihnen gefällt; der Link braucht keine Anmeldung.
    .second = Gute und schlechte Bewertungen werden gleich behandelt, und Sie erhalten nichts dafür. Dies ist die einzige E-Mail, die Sie um eine Bewertung dieser Bestellung bittet.
    .label = Bewertung schreiben

## Mitarbeiter

staff_invitation = Sie sind eingeladen, für { $brand } zu arbeiten
    .first = Sie sind zum Team von { $brand } eingeladen. Nehmen Sie die Einladung an, um sich in der Verwaltung anzumelden.
    .second = Der Link gilt 7 Tage. Wenn Sie ihn nicht erwartet haben, ignorieren Sie diese E-Mail: Dann geschieht nichts.
    .label = Einladung annehmen
staff_reset_password = Wählen Sie ein neues Passwort für das Team von { $brand }
    .first = für Ihr Mitarbeiterkonto bei { $brand } wurde ein neues Passwort angefordert. Wählen Sie eines.
    .second = Der Link gilt 30 Minuten. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.
    .label = { -new-password }
staff_password_changed = Das Passwort Ihres Mitarbeiterkontos wurde geändert ({ $brand })
    .first = das Passwort Ihres Mitarbeiterkontos wurde geändert, und jedes Gerät wurde abgemeldet.
    .second = { -unexpected }
    .label = { -new-password }
staff_second_factor_added = Ihr Mitarbeiterkonto hat einen zweiten Faktor ({ $brand })
    .first = für die Anmeldung an Ihrem Mitarbeiterkonto ist von jetzt an ein Code Ihrer Authenticator-App nötig.
    .second = { -unexpected }
    .label = { -new-password }
staff_second_factor_removed = Ihr Mitarbeiterkonto hat keinen zweiten Faktor mehr ({ $brand })
    .first = für die Anmeldung an Ihrem Mitarbeiterkonto ist kein Code mehr nötig.
    .second = { -unexpected }
    .label = { -new-password }
staff_session_revoked = Sie wurden abgemeldet ({ $brand })
    .first = eine Anmeldung Ihres Mitarbeiterkontos wurde an zwei Stellen benutzt. Vielleicht hat sie jemand kopiert, darum haben wir dieses Gerät abgemeldet.
    .second = { -unexpected }
    .label = { -new-password }
operator_access = Die Plattform hat Zugang zu { $brand } bekommen
    .first =
        Mitarbeiter der Plattform dürfen die Daten von { $brand } bis { $until } { $may ->
            [write] lesen und ändern
           *[read] lesen
        }. Ticket { $ticket }: { $reason }
    .second = Jeder ihrer Aufrufe steht in Ihrem Protokoll. Sie können den Zugang jederzeit beenden (DELETE /admin/v1/operator-access/…).
    .label = { -visit-store }
new_order = Neue Bestellung { $number } bei { $brand }
    .first = Bestellung { $number } ist bezahlt, { $total }: { $goods }.
    .second = Versenden Sie sie und legen Sie das Paket in der Bestellung an: Der Käufer erfährt es per E-Mail.
    .label = { -show-order }
new_order_authorized = Neue Bestellung { $number } bei { $brand }
    .first = die Zahlung der Bestellung { $number } ist bis { $until } autorisiert, { $total }: { $goods }.
    .second = Abgebucht wird erst, wenn Sie die Zahlung einziehen oder alles versandt ist, je nach Ihren Zahlungseinstellungen.
    .label = { -show-order }
authorization_ends = Die Zahlung der Bestellung { $number } ist bis { $until } einzuziehen
    .first = die Autorisierung von { $total } für Bestellung { $number } endet am { $until }, und das Geld ist noch nicht eingezogen.
    .second = Ziehen Sie es ein, oder versenden Sie die Bestellung, wenn damit eingezogen wird. Ist bis dahin nichts versandt, wird die Bestellung storniert und der Bestand wieder frei.
    .label = { -show-order }
low_stock =
    { $units ->
        [0] Ausverkauft
       *[other] Knapper Bestand
    }: { $name }{ $others ->
        [0] {""}
       *[other] {" "}(+{ $others } weitere)
    }
    .first = diese Varianten werden bei { $brand } knapp oder sind ausverkauft: { $variants }.
    .second = Meldebestände ändern Sie in der Admin-API; dort stehen auch die Bestandsmeldungen.
    .label = { -visit-store }
low_stock_variant =
    { $name } ({ $units ->
        [0] ausverkauft
       *[other] { $units } übrig
    })
dispute = Bestellung { $number } bei { $brand } wird angefochten
    .first =
        die Bank des Käufers ficht { $amount } der Bestellung { $number } an. Grund: { $reason ->
            [fraudulent] Betrug
            [product_not_received] Ware nicht erhalten
            [product_unacceptable] Ware mangelhaft
            [credit_not_processed] Gutschrift nicht erhalten
            [subscription_canceled] Abonnement gekündigt
            [duplicate] doppelt abgebucht
            [general] keiner angegeben
            [unrecognized] Zahlung nicht wiedererkannt
           *[other] { $words }
        }. { $deadline }
    .second = Ohne rechtzeitige Nachweise geht der Fall verloren, und jeder Händler trägt seinen Anteil des Betrags. Die Bestellung zeigt den Stand.
    .label = { -show-order }
dispute_deadline = Reichen Sie bis { $due_by } Nachweise beim Zahlungsdienst ein.
dispute_deadline_unknown = Reichen Sie Nachweise in den nächsten Tagen beim Zahlungsdienst ein.

## Textnachrichten

text_shipped = { $brand }: Ein Paket Ihrer Bestellung { $number } ist unterwegs.
text_delivered = { $brand }: Ein Paket Ihrer Bestellung { $number } wurde zugestellt.
