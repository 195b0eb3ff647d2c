// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICampaign} from "../ICampaign.sol";
import {ICampaignFactory} from "../ICampaignFactory.sol";

/// One of the many donors and creators that {BulkDonor} commands. Anyone may command it: for tests only.
contract DonorWallet {
    function createCampaign(
        ICampaignFactory factory,
        uint256 goal,
        uint256 deadline,
        string calldata cid
    ) external returns (address) {
        return factory.createCampaign(goal, deadline, cid);
    }

    function donate(ICampaign campaign) external payable {
        campaign.donate{value: msg.value}();
    }

    function withdraw(ICampaign campaign) external {
        campaign.withdraw();
    }

    function refund(ICampaign campaign) external {
        campaign.refund();
    }

    receive() external payable {}
}
