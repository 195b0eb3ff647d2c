// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {ICampaign} from "../ICampaign.sol";
import {ICampaignFactory} from "../ICampaignFactory.sol";
import {DonorWallet} from "./DonorWallet.sol";

/// Makes a long history in few transactions: many campaigns by many creators, many donations by many donors. What it
/// gives comes from its own balance; which donor gives how much to which campaign follows from a seed alone.
contract BulkDonor {
    address private immutable WALLET = address(new DonorWallet());

    DonorWallet[] public wallets;
    ICampaign[] public campaigns;

    constructor() payable {}

    receive() external payable {}

    /// Adds `count` wallets (about 65,000 gas each).
    function spawnWallets(uint256 count) external {
        for (uint256 n = 0; n < count; n++) wallets.push(DonorWallet(payable(Clones.clone(WALLET))));
    }

    /// Creates one campaign per CID; the wallets take turns as creators.
    function createCampaigns(
        ICampaignFactory factory,
        uint256 goal,
        uint256 deadline,
        string[] calldata cids
    ) external {
        for (uint256 n = 0; n < cids.length; n++) {
            DonorWallet creator = wallets[campaigns.length % wallets.length];
            campaigns.push(ICampaign(creator.createCampaign(factory, goal, deadline, cids[n])));
        }
    }

    /// Gives `count` times, each from 1 to `maxAmount` wei.
    function donate(uint256 seed, uint256 count, uint256 maxAmount) external payable {
        uint256 walletCount = wallets.length;
        uint256 campaignCount = campaigns.length;
        for (uint256 n = 0; n < count; n++) {
            uint256 draw = uint256(keccak256(abi.encode(seed, n)));
            DonorWallet donor = wallets[(draw >> 192) % walletCount];
            ICampaign campaign = campaigns[((draw >> 128) % 2 ** 64) % campaignCount];
            donor.donate{value: 1 + ((draw % 2 ** 128) % maxAmount)}(campaign);
        }
    }

    function getWalletCount() external view returns (uint256) {
        return wallets.length;
    }

    function getCampaignCount() external view returns (uint256) {
        return campaigns.length;
    }
}
