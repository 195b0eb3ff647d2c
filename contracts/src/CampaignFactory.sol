// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Campaign} from "./Campaign.sol";
import {ICampaignFactory} from "./ICampaignFactory.sol";

/// @title Creates campaigns and vouches for them: see {ICampaignFactory}.
contract CampaignFactory is ICampaignFactory {
    /// @inheritdoc ICampaignFactory
    address public immutable implementation = address(new Campaign());

    /// @inheritdoc ICampaignFactory
    address[] public campaigns;
    /// @inheritdoc ICampaignFactory
    mapping(address creator => address[]) public campaignsByCreator;

    /// @inheritdoc ICampaignFactory
    function createCampaign(
        uint256 goal,
        uint256 deadline,
        string calldata cid
    ) external returns (address campaign) {
        if (goal == 0) revert InvalidGoal();
        if (deadline <= block.timestamp) revert InvalidDeadline();
        if (bytes(cid).length == 0) revert InvalidCID();

        address[] storage ofCreator = campaignsByCreator[msg.sender];
        // CREATE2 binds the address to the terms, which are part of the code. With CREATE, a reorg that swaps two
        // creations would swap their addresses, and a donation already sent would go to the other campaign.
        campaign = Clones.cloneDeterministicWithImmutableArgs(
            implementation,
            abi.encode(msg.sender, goal, deadline, cid),
            bytes32(ofCreator.length)
        );
        ofCreator.push(campaign);
        campaigns.push(campaign);
        emit CampaignCreated(address(this), campaign, msg.sender, goal, deadline, cid);
    }

    /// @inheritdoc ICampaignFactory
    function getCampaigns() external view returns (address[] memory) {
        return campaigns;
    }

    /// @inheritdoc ICampaignFactory
    function getCampaignsByCreator(address creator) external view returns (address[] memory) {
        return campaignsByCreator[creator];
    }

    /// @inheritdoc ICampaignFactory
    function getCampaignCount() external view returns (uint256) {
        return campaigns.length;
    }
}
