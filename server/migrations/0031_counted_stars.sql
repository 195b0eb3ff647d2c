-- Chains with a document whose category is '*', or with a very long tag, are counted again as migration 0030 counts them.
do $$
declare
  of_chain record;
begin
  for of_chain in
    select chain_id from counted_campaigns
    where category = '*' or exists (select from unnest(tags) tag where length(tag) > 200) group by 1 order by 1
  loop
    perform count_chain_again(of_chain.chain_id);
  end loop;
end $$;
