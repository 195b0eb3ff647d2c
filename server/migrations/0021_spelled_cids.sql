-- Campaigns write their CID in many ways: bare, behind ipfs:// or /ipfs/, in a gateway's URL. The CID is what is looked for.
drop index campaigns_by_cid;
create index campaigns_by_cid on campaigns (left(substring(cid from
  '(?i)^(?:ipfs://(?:ipfs/)?|/ipfs/|https?://[^/?#]+(?:/(?!ipfs/)[^/?#]*)*/ipfs/|https?://)?([0-9a-z]+)'), 100));
