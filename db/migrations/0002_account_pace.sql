-- What the carrier lets one account send by default: 30 requests a second.
insert into pace (key, per_second, tokens, refilled_at) values ('account', 30, 30, now());
