-- links can be revoked and renewed; both stand in the history
alter table second_opinion_request add column links_revoked_at timestamptz;

alter table request_change drop constraint request_change_move_check;
alter table request_change add constraint request_change_move_check
    check (move in ('RELEASE', 'TAKE', 'ASSIGN', 'COMPLETE', 'REFER', 'DUPLICATE', 'CLOSE', 'REOPEN', 'REVOKE_LINKS', 'RENEW_LINK'));
